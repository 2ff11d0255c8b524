package io.podflow.live.job;

import io.podflow.connectors.wire.DeadLetter;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.WireTopic;
import io.podflow.domain.health.HealthKind;
import io.podflow.job.state.RawRecord;
import io.podflow.job.state.StateTypes;
import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** From what lay on a topic to what it says; what cannot be used becomes a dead letter. */
final class Decode<T> extends ProcessFunction<RawRecord, T> {

  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", StateTypes.DEAD_LETTER);

  private static final long serialVersionUID = 1L;

  private final WireTopic<T> topic;
  private final ToLongFunction<T> eventTime;
  private final WatchedTopic watched;
  private transient Counter refused;
  private transient TopicWatch watch;

  /** When a message holds, epoch milliseconds UTC. */
  interface ToLongFunction<T> extends Serializable {

    long of(T message);
  }

  /**
   * @param watched what is told of the topic, and where
   */
  Decode(WireTopic<T> topic, ToLongFunction<T> eventTime, WatchedTopic watched) {
    this.topic = topic;
    this.eventTime = eventTime;
    this.watched = watched;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("podflow");
    refused = metrics.counter("dead_letters");
    watch = watched.open(metrics);
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<T> out) {
    long now = context.timerService().currentProcessingTime();
    Decoded<T> decoded = topic.decode(record.payload(), now);
    if (decoded instanceof Decoded.Message<T> message) {
      out.collect(message.value());
      watch.read(record, eventTime.of(message.value()), now);
      watch.unknown(record, message.unknownKeys());
    } else if (decoded instanceof Decoded.Refused<T> refusal) {
      refused.inc();
      context.output(DEAD_LETTERS, letter(record, refusal.reason()));
      watch.read(record, TopicWatch.NO_TIME, now);
      watch.refused(HealthKind.REFUSED_REPORT, record, refusal.reason());
    }
  }

  static DeadLetter letter(RawRecord record, String reason) {
    return DeadLetter.of(
        record.topic(),
        record.partition(),
        record.offset(),
        record.received(),
        reason,
        record.payload());
  }
}
