package io.podflow.live.job;

import io.podflow.connectors.wire.DeadLetter;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.WireTopic;
import io.podflow.job.state.RawRecord;
import io.podflow.job.state.StateTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** From what lay on a topic to what it says; what cannot be used becomes a dead letter. */
final class Decode<T> extends ProcessFunction<RawRecord, T> {

  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", StateTypes.DEAD_LETTER);

  private static final long serialVersionUID = 1L;

  private final WireTopic<T> topic;
  private transient Counter refused;

  Decode(WireTopic<T> topic) {
    this.topic = topic;
  }

  @Override
  public void open(OpenContext context) {
    refused = getRuntimeContext().getMetricGroup().addGroup("podflow").counter("dead_letters");
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<T> out) {
    long now = context.timerService().currentProcessingTime();
    Decoded<T> decoded = topic.decode(record.payload(), now);
    if (decoded instanceof Decoded.Message<T> message) {
      out.collect(message.value());
    } else if (decoded instanceof Decoded.Refused<T> refusal) {
      refused.inc();
      context.output(DEAD_LETTERS, letter(record, refusal.reason()));
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
