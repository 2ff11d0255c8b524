package io.podflow.job.operator;

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
    implements OneInputStreamOperator<I, O> {

  private static final long serialVersionUID = 1L;

  private final ListStateDescriptor<S> descriptor;
  private transient ListState<S> stored;

  /** Set before the first element, from the last checkpoint if there is one. */
  protected transient S state;

  GateOperator(ListStateDescriptor<S> descriptor) {
    this.descriptor = descriptor;
  }

  abstract S initialState();

  /** Brings what was restored to the configuration that this job has. */
  void adapt(S restored) throws Exception {}

  /** Says first of all what those behind it have to know; called before anything is emitted. */
  void announce() {}

  /** Up to when everything has been emitted; the lowest number when nothing has. */
  abstract long reached();

  /**
   * Checkpoints hold no watermarks. So the one that was reached is said once more, as soon as
   * elements can flow: what waits for it may be what the next element depends on.
   */
  @Override
  public void open() throws Exception {
    super.open();
    getProcessingTimeService()
        .registerTimer(
            getProcessingTimeService().getCurrentProcessingTime(),
            now -> {
              announce();
              if (reached() > Long.MIN_VALUE) {
                advance(reached());
              }
            });
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    stored = context.getOperatorStateStore().getListState(descriptor);
    state = initialState();
    for (S restored : stored.get()) {
      state = restored;
      adapt(restored);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    stored.clear();
    stored.add(state);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      super.processWatermark(mark);
    }
  }

  final void emit(O value, long time) {
    output.collect(new StreamRecord<>(value, time));
  }

  /** Everything of up to {@code time} has been emitted. */
  final void advance(long time) {
    output.emitWatermark(new Watermark(time));
  }
}
