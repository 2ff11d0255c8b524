package io.podflow.live.job;

import io.podflow.job.state.RawRecord;
import io.podflow.job.state.StateTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are: what they mean is found out where a bad one has somewhere to go. */
final class RawRecords implements KafkaRecordDeserializationSchema<RawRecord> {

  private static final long serialVersionUID = 1L;
  private static final byte[] NOTHING = {};

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
    byte[] value = record.value();
    out.collect(
        new RawRecord(
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            value == null ? NOTHING : value));
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return StateTypes.RAW_RECORD;
  }
}
