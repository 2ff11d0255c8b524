package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.job.state.AlignmentState;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.step.AlignedOutput;
import io.podflow.job.step.Alignment;
import io.podflow.job.step.SetStep;
import io.podflow.job.step.SortedAlignment;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link Alignment} in Flink. In streaming, inputs of different closes interleave; what waits
 * lies in keyed state, and timers say that watermarks have passed a close. In batch, a key's inputs
 * come together and sorted by time, and no watermark comes before the key's end: {@link
 * SortedAlignment} goes by the inputs alone.
 *
 * <p>It is an operator and not a process function because its output must carry the close as its
 * timestamp, also when a later input is what closes the set.
 *
 * <p>In a backtest it has one input. In a live job it has a second one, versions of the
 * configuration and rates of funding; event time is that of both, so a version is there before the
 * closes that it holds for, and a rate before the one that it is due at.
 *
 * @param <I> input
 * @param <S> state of a key
 * @param <O> output
 */
public final class AlignmentOperator<I, S, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O>,
        TwoInputStreamOperator<I, KeyNotice, O>,
        Triggerable<Integer, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  private final SetStep<I, S, O> step;
  private final AlignmentState<I, S> types;
  private final boolean sorted;

  private transient Alignment<I, S, O> alignment;
  private transient KeyedAlignedState<I, S> state;
  private transient @Nullable SortedAlignment<I, S, O> sortedKeys;
  private transient InternalTimerService<VoidNamespace> timers;

  /** What comes of the inputs, to the next operators. */
  private final class Collected implements AlignedOutput<O> {

    private final LongCounter closes = new LongCounter();

    @Override
    public void decided(O decision, long closeTime) {
      output.collect(new StreamRecord<>(decision, closeTime));
    }

    @Override
    public void late(Event event, long inputTime) {
      output.collect(LateInputs.TAG, new StreamRecord<>(event, inputTime));
    }

    @Override
    public void ran() {
      closes.add(1);
    }
  }

  /**
   * @param sorted whether each key's inputs come in time order and watermarks only at its end, as
   *     in batch
   */
  public AlignmentOperator(SetStep<I, S, O> step, AlignmentState<I, S> types, boolean sorted) {
    this.step = step;
    this.types = types;
    this.sorted = sorted;
  }

  @Override
  public void open() throws Exception {
    super.open();
    step.open(getUserCodeClassloader());
    step.register(new FlinkGauges(getMetricGroup()));
    Collected collected = new Collected();
    getRuntimeContext().addAccumulator(step.counter(), collected.closes);
    timers = getInternalTimerService(AlignmentState.TIMERS, VoidNamespaceSerializer.INSTANCE, this);
    alignment = new Alignment<>(step, collected);
    state = new KeyedAlignedState<>(types, this::getPartitionedState, this::key, timers);
    sortedKeys = sorted ? new SortedAlignment<>(step, alignment) : null;
  }

  @Override
  public void processElement(StreamRecord<I> element) {
    SortedAlignment<I, S, O> inOrder = sortedKeys;
    if (inOrder == null) {
      alignment.take(state, element.getValue());
    } else {
      inOrder.take(key(), element.getValue());
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, Alignment.END);
    }
  }

  @Override
  public void processElement1(StreamRecord<I> element) {
    processElement(element);
  }

  @Override
  public void processElement2(StreamRecord<KeyNotice> element) {
    alignment.tell(state, element.getValue());
  }

  @Override
  public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) {
    SortedAlignment<I, S, O> inOrder = sortedKeys;
    if (inOrder == null) {
      alignment.wake(state, timer.getTimestamp());
    } else {
      inOrder.end(key());
    }
  }

  private int key() {
    return (Integer) getCurrentKey();
  }

  @Override
  public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) {
    throw new IllegalStateException("podflow sets no processing time timers");
  }
}
