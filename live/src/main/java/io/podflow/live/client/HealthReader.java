package io.podflow.live.client;

import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.HealthTopic;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.domain.health.HealthMessage;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.TopicReader;
import io.podflow.live.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the topic of health from the last seconds on. */
public final class HealthReader implements AutoCloseable {

  private final TopicReader reader;
  private final HealthTopic wire = new HealthTopic(WireLimits.DEFAULT);

  /**
   * @param since records that the broker got earlier are passed over, epoch milliseconds UTC
   */
  public HealthReader(KafkaAccess kafka, Topics topics, long since) {
    this.reader = new TopicReader(kafka, List.of(topics.health()), false);
    reader.passOver(topics.health(), since);
  }

  /** The next messages, perhaps none; what cannot be read is passed over. */
  public List<HealthMessage> poll(Duration patience) {
    List<HealthMessage> messages = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : reader.poll(patience)) {
      if (wire.decode(record.value(), record.timestamp())
          instanceof Decoded.Message<HealthMessage> message) {
        messages.add(message.value());
      }
    }
    return messages;
  }

  @Override
  public void close() {
    reader.close();
  }
}
