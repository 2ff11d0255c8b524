package io.podflow.live.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks a broker about topics, again and again over one connection. */
public final class TopicInspector implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final KafkaAccess kafka;
  private final Admin admin;

  public TopicInspector(KafkaAccess kafka) {
    this.kafka = kafka;
    this.admin = Admin.create(kafka.properties());
  }

  /**
   * Offset behind the last record of a topic.
   *
   * @throws IOException if the broker does not answer, or does not know the topic
   */
  public long end(String topic) throws IOException, InterruptedException {
    return offset(topic, OffsetSpec.latest());
  }

  private long offset(String topic, OffsetSpec which) throws IOException, InterruptedException {
    TopicPartition only = new TopicPartition(topic, 0);
    Map<TopicPartition, ListOffsetsResultInfo> offsets =
        answer(topic, admin.listOffsets(Map.of(only, which)).all());
    return offsets.values().iterator().next().offset();
  }

  private <T> T answer(String topic, KafkaFuture<T> future)
      throws IOException, InterruptedException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw new IOException("the broker at " + kafka + " says of " + topic + ": " + cause, e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
