package io.podflow.live.job;

import io.podflow.job.state.RawRecord;
import io.podflow.job.state.StateTypes;
import io.podflow.live.kafka.KafkaAccess;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where a job begins and ends: sources and sinks over the topics of one portfolio. */
final class KafkaEnds {

  private final KafkaAccess kafka;
  private final String portfolioId;

  KafkaEnds(KafkaAccess kafka, String portfolioId) {
    this.kafka = kafka;
    this.portfolioId = portfolioId;
  }

  DataStream<RawRecord> read(
      StreamExecutionEnvironment env, String topic, OffsetsInitializer beginning, String uid) {
    KafkaSource<RawRecord> source =
        KafkaSource.<RawRecord>builder()
            .setProperties(kafka.properties())
            .setTopics(topic)
            .setGroupId("podflow-" + portfolioId)
            .setStartingOffsets(beginning)
            .setDeserializer(new RawRecords())
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), topic, StateTypes.RAW_RECORD)
        .setParallelism(1)
        .uid(uid);
  }

  <T> KafkaSink<T> sink(ToTopic<T> serializer, String topic, DeliveryGuarantee guarantee) {
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(kafka.producer(guarantee))
        .setDeliveryGuarantee(guarantee)
        .setTransactionalIdPrefix(topic + "." + portfolioId)
        .setRecordSerializer(serializer)
        .build();
  }
}
