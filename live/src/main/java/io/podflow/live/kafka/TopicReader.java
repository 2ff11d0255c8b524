package io.podflow.live.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics of one partition from their beginning, in the order of each. */
public final class TopicReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;

  /**
   * @param committedOnly whether records of open and failed transactions are passed over
   */
  public TopicReader(KafkaAccess kafka, List<String> topics, boolean committedOnly) {
    this(consumer(kafka.properties(), committedOnly), topics);
  }

  private static Consumer<byte[], byte[]> consumer(Properties properties, boolean committedOnly) {
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.setProperty(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        committedOnly ? "read_committed" : "read_uncommitted");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** What a consumer reads that is assigned to nothing yet. */
  public TopicReader(Consumer<byte[], byte[]> consumer, List<String> topics) {
    this.consumer = consumer;
    List<TopicPartition> partitions =
        topics.stream().map(topic -> new TopicPartition(topic, 0)).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
    return consumer.poll(patience);
  }

  /**
   * Reads all that lies there now.
   *
   * @return offset behind it, by topic
   */
  public Map<String, Long> readToEnd(
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(PATIENCE).forEach(each);
    }
    return ends.entrySet().stream()
        .collect(Collectors.toMap(end -> end.getKey().topic(), Map.Entry::getValue));
  }

  /**
   * Passes over the records of a topic that the broker got before a time.
   *
   * @param time epoch milliseconds UTC
   */
  public void passOver(String topic, long time) {
    TopicPartition partition = new TopicPartition(topic, 0);
    OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, time)).get(partition);
    if (first == null) {
      consumer.seekToEnd(List.of(partition));
    } else {
      consumer.seek(partition, first.offset());
    }
  }

  /** Offset of the record of a topic that is read next. */
  public long position(String topic) {
    return consumer.position(new TopicPartition(topic, 0));
  }

  /** Offset behind all of a topic that lies there now. */
  public long end(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    return Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
  }

  /** Ends a poll from another thread, with an exception there. */
  void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
