package io.podflow.live.health;

import io.podflow.connectors.wire.HealthTopic;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.domain.health.HealthMessage;
import io.podflow.live.kafka.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of health, by a producer that waits for no checkpoint. */
public final class KafkaHealth implements HealthOutlet {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaHealth.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  /** How long a producer may wait for a broker that is away, milliseconds. */
  private static final String PATIENCE = "5000";

  private final String topic;
  private final HealthTopic wire = new HealthTopic(WireLimits.DEFAULT);
  private final KafkaProducer<byte[], byte[]> producer;

  public KafkaHealth(KafkaAccess kafka, String topic) {
    this.topic = topic;
    Properties properties = kafka.properties();
    properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "0");
    properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void write(List<? extends HealthMessage> messages) {
    for (HealthMessage message : messages) {
      try {
        producer.send(
            new ProducerRecord<>(topic, 0, null, wire.encode(message)),
            (place, problem) -> lost(problem));
      } catch (KafkaException e) {
        lost(e);
      }
    }
  }

  private void lost(Exception problem) {
    if (problem != null) {
      LOG.warn("a record of {} was not taken: {}", topic, problem.toString());
    }
  }

  @Override
  public void close() {
    producer.close(LAST_WORDS);
  }
}
