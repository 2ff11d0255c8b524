package io.podflow.job.operator;

import io.podflow.domain.market.FundingRate;
import io.podflow.job.state.AlignmentState;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.step.SetStep;
import io.podflow.job.step.StepFailure;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
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
 * Collects what belongs to one bar close and, once event time has passed it, hands the whole set to
 * a step. A key is clocked: from its first input on its step runs at every close of its clock, with
 * whatever there is, so that missing bars are noticed and day ends happen without data.
 *
 * <p>It is an operator and not a process function because its output must carry the close as its
 * timestamp, also when a later input is what closes the set.
 *
 * <p>In a backtest it has one input. In a live job it has a second one, versions of the
 * configuration and rates of funding; event time is that of both, so a version is there before the
 * closes that it holds for, and a rate before the one that it is due at.
 *
 * <p>In streaming, inputs of different closes interleave and only watermarks tell when a set is
 * complete. In batch, a key's inputs come sorted by time and no watermark comes before the key's
 * end, so there a later input closes the set and memory stays constant. Nothing else in podflow
 * knows the difference.
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

  /** Fires after every close, when the input has ended. */
  private static final long END = Long.MAX_VALUE;

  private final SetStep<I, S, O> step;
  private final AlignmentState<I, S> types;
  private final boolean sorted;

  private transient ValueState<S> memory;
  private transient ListState<I> waiting;
  private transient ValueState<Long> clock;
  private transient LongCounter closes;
  private transient InternalTimerService<VoidNamespace> timers;

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
    closes = new LongCounter();
    getRuntimeContext().addAccumulator(step.counter(), closes);
    memory = getPartitionedState(types.memory());
    waiting = getPartitionedState(types.waiting());
    clock = getPartitionedState(types.clock());
    timers = getInternalTimerService(AlignmentState.TIMERS, VoidNamespaceSerializer.INSTANCE, this);
  }

  @Override
  public void processElement(StreamRecord<I> element) throws Exception {
    I input = element.getValue();
    long time = step.closeTime(input);
    Long last = clock.value();
    if (sorted) {
      collectSorted(input, time, last);
    } else if (last != null && time <= last) {
      output.collect(LateInputs.TAG, new StreamRecord<>(step.onLate(key(), input), time));
    } else {
      waiting.add(input);
      runFor(input);
      if (last == null) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, END);
      }
    }
  }

  private void runFor(I input) {
    long due = step.dueAt(key(), input);
    if (due != SetStep.NEVER) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due);
    }
  }

  @Override
  public void processElement1(StreamRecord<I> element) throws Exception {
    processElement(element);
  }

  @Override
  public void processElement2(StreamRecord<KeyNotice> element) throws Exception {
    ConfigVersion version = element.getValue().version();
    FundingRate rate = element.getValue().rate();
    if (version != null) {
      configure(version);
    }
    if (rate != null) {
      S state = remembered();
      step.onRate(key(), state, rate);
      memory.update(state);
    }
  }

  /** The clock of a key may change, so its first close is looked at in any case. */
  private void configure(ConfigVersion version) throws Exception {
    step.onVersion(version);
    Long last = clock.value();
    if (last == null) {
      collected().forEach(this::runFor);
    } else if (version.effective() > last && version.effective() != END) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, version.effective());
    }
  }

  /** Here the clock stands on the close that is being collected. */
  private void collectSorted(I input, long time, @Nullable Long open) throws Exception {
    if (open == null) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, END);
      clock.update(time);
    } else if (time > open) {
      handle(open, drain());
      tick(open, time - 1);
      clock.update(time);
    } else if (time < open) {
      throw new IllegalStateException("input of " + time + " after " + open + " in sorted order");
    }
    waiting.add(input);
  }

  @Override
  public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
    if (timer.getTimestamp() == END) {
      end();
    } else {
      close(timer.getTimestamp());
    }
  }

  private void close(long closeTime) throws Exception {
    decide(closeTime);
    long next = step.nextClose(key(), closeTime);
    if (next != END) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
    }
  }

  private void decide(long closeTime) throws Exception {
    List<I> ready = new ArrayList<>();
    List<I> later = new ArrayList<>();
    for (I input : collected()) {
      (step.closeTime(input) <= closeTime ? ready : later).add(input);
    }
    if (!step.isDue(key(), closeTime, ready)) {
      return;
    }
    if (later.isEmpty()) {
      waiting.clear();
    } else {
      waiting.update(later);
    }
    handle(closeTime, ready);
    clock.update(closeTime);
  }

  private void end() throws Exception {
    Long open = clock.value();
    if (sorted && open != null) {
      handle(open, drain());
      tick(open, END - 1);
    }
    S state = memory.value();
    if (state != null) {
      emit(step.onEnd(key(), state), timestampOfEnd(open));
      memory.update(state);
    }
  }

  private static long timestampOfEnd(@Nullable Long lastClose) {
    return lastClose == null ? 0 : lastClose;
  }

  /** Runs the closes of the clock after {@code from} and up to {@code to}, which have no inputs. */
  private void tick(long from, long to) throws Exception {
    long next = step.nextClose(key(), from);
    while (next != END && next <= to) {
      handle(next, List.of());
      next = step.nextClose(key(), next);
    }
  }

  private List<I> drain() throws Exception {
    List<I> inputs = new ArrayList<>();
    collected().forEach(inputs::add);
    waiting.clear();
    return inputs;
  }

  /** The backend answers null for an empty list. */
  private Iterable<I> collected() throws Exception {
    Iterable<I> inputs = waiting.get();
    return inputs == null ? List.of() : inputs;
  }

  private void handle(long closeTime, List<I> inputs) throws Exception {
    S state = remembered();
    emit(decide(state, closeTime, inputs), closeTime);
    memory.update(state);
    closes.add(1);
  }

  private S remembered() throws Exception {
    S state = memory.value();
    return state == null ? step.initialState(key()) : state;
  }

  private @Nullable O decide(S state, long closeTime, List<I> inputs) {
    try {
      return step.onClose(key(), state, closeTime, inputs);
    } catch (RuntimeException | Error e) {
      throw StepFailure.atClose(step.nameOf(key()), closeTime, e);
    }
  }

  private void emit(@Nullable O result, long closeTime) {
    if (result != null) {
      output.collect(new StreamRecord<>(result, closeTime));
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
