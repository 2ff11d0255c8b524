package io.podflow.simulation.stage;

import io.podflow.job.state.KeyNotice;
import java.util.List;
import java.util.Queue;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** A real operator in Flink's test harness. */
final class OperatorStage<I, O> implements Stage<I> {

  private final AbstractStreamOperatorTestHarness<O> harness;
  private final Inputs<I> inputs;
  private final Emission<O> out;
  private final List<Side<?>> sides;
  private int checkpoints;

  /** How its inputs are given to it. */
  interface Inputs<I> {

    void take(I value, long time) throws Exception;

    void advance(long watermark) throws Exception;

    static <I> Inputs<I> one(OneInputStreamOperatorTestHarness<I, ?> harness) {
      return new Inputs<>() {
        @Override
        public void take(I value, long time) throws Exception {
          harness.processElement(value, time);
        }

        @Override
        public void advance(long watermark) throws Exception {
          harness.processWatermark(watermark);
        }
      };
    }

    static <I> Inputs<Told<I>> two(TwoInputStreamOperatorTestHarness<I, KeyNotice, ?> harness) {
      return new Inputs<>() {
        @Override
        public void take(Told<I> value, long time) throws Exception {
          if (value.notice() == null) {
            harness.processElement1(value.input(), time);
          } else {
            harness.processElement2(value.notice(), time);
          }
        }

        @Override
        public void advance(long watermark) throws Exception {
          harness.processWatermark1(new Watermark(watermark));
          harness.processWatermark2(new Watermark(watermark));
        }
      };
    }
  }

  /** Where what an operator says aside goes. */
  record Side<T>(OutputTag<T> tag, Emission<T> out) {

    private void drain(AbstractStreamOperatorTestHarness<?> harness) {
      Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
      for (StreamRecord<T> record = next(records); record != null; record = next(records)) {
        out.record(record.getValue(), record.hasTimestamp() ? record.getTimestamp() : 0);
      }
    }

    private static <T> @Nullable StreamRecord<T> next(@Nullable Queue<StreamRecord<T>> records) {
      return records == null ? null : records.poll();
    }
  }

  /**
   * @param kept null when it begins
   */
  OperatorStage(
      AbstractStreamOperatorTestHarness<O> harness,
      Inputs<I> inputs,
      Emission<O> out,
      List<Side<?>> sides,
      @Nullable OperatorSubtaskState kept) {
    this.harness = harness;
    this.inputs = inputs;
    this.out = out;
    this.sides = sides;
    open(kept);
  }

  private void open(@Nullable OperatorSubtaskState kept) {
    try {
      harness
          .getExecutionConfig()
          .configure(
              new Configuration().set(PipelineOptions.GENERIC_TYPES, false),
              OperatorStage.class.getClassLoader());
      harness.setup();
      if (kept != null) {
        harness.initializeState(kept);
      }
      harness.open();
      harness.setProcessingTime(1);
    } catch (Exception e) {
      throw new IllegalStateException("the operator did not open", e);
    }
    drain();
  }

  @Override
  public void take(I value, long time) {
    try {
      inputs.take(value, time);
    } catch (Exception e) {
      throw new IllegalStateException("the operator failed at " + value, e);
    }
    drain();
  }

  @Override
  public void advance(long watermark) {
    try {
      inputs.advance(watermark);
    } catch (Exception e) {
      throw new IllegalStateException("the operator failed at watermark " + watermark, e);
    }
    drain();
  }

  @SuppressWarnings("unchecked")
  private void drain() {
    for (Side<?> side : sides) {
      side.drain(harness);
    }
    Queue<Object> made = harness.getOutput();
    for (Object each = made.poll(); each != null; each = made.poll()) {
      if (each instanceof Watermark mark) {
        out.watermark(mark.getTimestamp());
        sides.forEach(side -> side.out().watermark(mark.getTimestamp()));
      } else if (each instanceof StreamRecord<?> record) {
        out.record((O) record.getValue(), record.getTimestamp());
      }
    }
  }

  @Override
  public Memory memory() {
    try {
      checkpoints++;
      OperatorSubtaskState state = harness.snapshot(checkpoints, checkpoints);
      harness.notifyOfCompletedCheckpoint(checkpoints);
      return new Memory.Subtask(state);
    } catch (Exception e) {
      throw new IllegalStateException("the operator was not kept", e);
    }
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new IllegalStateException("the operator did not close", e);
    }
  }
}
