package io.podflow.live.job;

import io.podflow.connectors.wire.WireTopic;
import java.io.Serializable;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records to the only partition of a topic, so that their order is kept. */
final class ToTopic<T> implements KafkaRecordSerializationSchema<T> {

  private static final long serialVersionUID = 1L;

  /** How a record lies on its topic. */
  interface Encoding<T> extends Serializable {

    byte[] encode(T record);
  }

  private final String topic;
  private final Encoding<T> encoding;

  ToTopic(String topic, Encoding<T> encoding) {
    this.topic = topic;
    this.encoding = encoding;
  }

  static <T> ToTopic<T> of(String topic, WireTopic<T> wire) {
    return new ToTopic<>(topic, wire::encode);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T record, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(topic, 0, null, null, encoding.encode(record));
  }
}
