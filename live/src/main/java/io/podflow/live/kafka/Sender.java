package io.podflow.live.kafka;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends to the only partition of a topic, and does not go on when something could not be sent. */
public final class Sender implements AutoCloseable {

  /** Place of what was not sent. */
  static final long NOTHING = -1;

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private volatile @Nullable Exception failure;
  private volatile long first = NOTHING;
  private volatile long last = NOTHING;

  public Sender(KafkaAccess kafka, String topic) {
    this.producer =
        new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer());
    this.topic = topic;
  }

  /**
   * @throws IllegalStateException if an earlier record was not taken
   */
  public void send(byte[] payload) {
    check();
    producer.send(
        new ProducerRecord<>(topic, 0, null, payload),
        (place, problem) -> {
          if (problem == null) {
            first = first == NOTHING ? place.offset() : first;
            last = place.offset();
          } else if (failure == null) {
            failure = problem;
          }
        });
  }

  /** Waits until everything has been taken. */
  public void flush() {
    producer.flush();
    check();
  }

  /** Offset of the first record; {@link #NOTHING} before one was taken. */
  public long first() {
    return first;
  }

  /** Offset of the record that was taken last. */
  public long last() {
    return last;
  }

  private void check() {
    Exception problem = failure;
    if (problem != null) {
      throw new IllegalStateException("a record of " + topic + " was not taken", problem);
    }
  }

  @Override
  public void close() {
    producer.close();
    check();
  }
}
