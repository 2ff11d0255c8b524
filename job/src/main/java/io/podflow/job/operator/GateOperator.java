package io.podflow.job.operator;

import io.podflow.job.step.EntranceOutput;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Where a live stream enters: its one task sees everything, keeps what a gate of the domain
 * remembers, and sets the event time that the rest of the job goes by. Its state is in memory and
 * written with each checkpoint, because every row touches all of it. It has parallelism 1.
 *
 * <p>Watermarks are a gate's own. Those that come in are about what nobody has looked at yet.
 *
 * @param <I> what comes in
 * @param <S> what the gate remembers
 * @param <O> what goes out
 */
abstract class GateOperator<I, S, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O>, EntranceOutput<O> {

  private static final long serialVersionUID = 1L;

  private final ListStateDescriptor<S> descriptor;
  private transient ListState<S> stored;

  GateOperator(ListStateDescriptor<S> descriptor) {
    this.descriptor = descriptor;
  }

  /** Makes the gate as it begins. */
  abstract void create();

  /** Goes on from the last checkpoint. */
  abstract void restore(S restored) throws Exception;

  abstract S state();

  /** Says first of all what those behind it have to know. */
  abstract void begin();

  /**
   * Checkpoints hold no watermarks. So the one that was reached is said once more, as soon as
   * elements can flow: what waits for it may be what the next element depends on.
   */
  @Override
  public void open() throws Exception {
    super.open();
    getProcessingTimeService()
        .registerTimer(getProcessingTimeService().getCurrentProcessingTime(), now -> begin());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    create();
    stored = context.getOperatorStateStore().getListState(descriptor);
    for (S restored : stored.get()) {
      restore(restored);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    stored.clear();
    stored.add(state());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      super.processWatermark(mark);
    }
  }

  @Override
  public final void emit(O value, long time) {
    output.collect(new StreamRecord<>(value, time));
  }

  @Override
  public final void advance(long time) {
    output.emitWatermark(new Watermark(time));
  }
}
