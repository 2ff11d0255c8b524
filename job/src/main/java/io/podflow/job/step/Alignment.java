package io.podflow.job.step;

import io.podflow.domain.market.FundingRate;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.KeyNotice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rule that makes batch equal live: a step gets what belongs to one close, once, when event
 * time has passed it, and in an order that has nothing to do with the order of arrival. A key is
 * clocked: from its first input on its step runs at every close of its clock, with whatever there
 * is, so that missing bars are noticed and days end without data.
 *
 * <p>It keeps nothing itself. Who runs it keeps the state of each key and wakes a key at the times
 * that it has asked for, in their order: the Flink operator by timers, the plain loop and the
 * simulation by {@link AlignedKeys}.
 *
 * @param <I> input
 * @param <S> what the step remembers of a key
 * @param <O> what the step decides
 */
public final class Alignment<I, S, O> {

  /**
   * Comes after every close, when the input has ended; never in a live job. A time that is not
   * known or does not come ({@link SetStep#NEVER}, {@link ConfigVersion#OPEN}) is the same: to ask
   * for it changes nothing, since every key with an input asks for its end.
   */
  public static final long END = Long.MAX_VALUE;

  private final SetStep<I, S, O> step;
  private final AlignedOutput<O> out;

  public Alignment(SetStep<I, S, O> step, AlignedOutput<O> out) {
    this.step = step;
    this.out = out;
  }

  /** Takes an input. What belongs to a close that the step was run for decides nothing. */
  public void take(AlignedState<I, S> state, I input) {
    long time = step.closeTime(input);
    Long clock = state.clock();
    if (clock != null && time <= clock) {
      out.late(step.onLate(state.key(), input), time);
      return;
    }
    state.addWaiting(input);
    state.wakeAt(step.dueAt(state.key(), input));
    if (clock == null) {
      state.wakeAt(END);
    }
  }

  /** Takes what a key has to know before a close. It does not start the clock. */
  public void tell(AlignedState<I, S> state, KeyNotice notice) {
    ConfigVersion version = notice.version();
    FundingRate rate = notice.rate();
    if (version != null) {
      configure(state, version);
    }
    if (rate != null) {
      S memory = remembered(state);
      step.onRate(state.key(), memory, rate);
      state.remember(memory);
    }
  }

  /** The clock of a key may change, so the first close of a version is looked at in any case. */
  private void configure(AlignedState<I, S> state, ConfigVersion version) {
    step.onVersion(version);
    Long clock = state.clock();
    if (clock == null) {
      state.waiting().forEach(input -> state.wakeAt(step.dueAt(state.key(), input)));
    } else if (version.effective() > clock) {
      state.wakeAt(version.effective());
    }
  }

  /** Event time has come to a time that was asked for. */
  public void wake(AlignedState<I, S> state, long time) {
    if (time == END) {
      end(state);
      return;
    }
    close(state, time);
    state.wakeAt(step.nextClose(state.key(), time));
  }

  private void close(AlignedState<I, S> state, long closeTime) {
    List<I> ready = new ArrayList<>();
    List<I> later = new ArrayList<>();
    for (I input : state.waiting()) {
      (step.closeTime(input) <= closeTime ? ready : later).add(input);
    }
    if (!step.isDue(state.key(), closeTime, ready)) {
      return;
    }
    state.setWaiting(later);
    S memory = remembered(state);
    O decision = decide(state.key(), memory, closeTime, ready);
    if (decision != null) {
      out.decided(decision, closeTime);
    }
    state.remember(memory);
    state.advanceClock(closeTime);
    out.ran();
  }

  private S remembered(AlignedState<I, S> state) {
    S memory = state.memory();
    return memory == null ? step.initialState(state.key()) : memory;
  }

  private @Nullable O decide(int key, S memory, long closeTime, List<I> ready) {
    try {
      if (!step.catchesUp()) {
        ready.sort(Comparator.comparingLong(step::closeTime));
        return step.onClose(key, memory, closeTime, ready);
      }
      NavigableMap<Long, List<I>> sets = sets(ready);
      long close = sets.isEmpty() ? closeTime : sets.firstKey();
      for (; close < closeTime; close = step.nextClose(key, close)) {
        step.onPast(key, memory, closeTime, sets.getOrDefault(close, List.of()));
      }
      return step.onClose(key, memory, closeTime, sets.getOrDefault(closeTime, List.of()));
    } catch (RuntimeException | Error e) {
      throw StepFailure.atClose(step.nameOf(key), closeTime, e);
    }
  }

  private NavigableMap<Long, List<I>> sets(List<I> inputs) {
    NavigableMap<Long, List<I>> sets = new TreeMap<>();
    for (I input : inputs) {
      sets.computeIfAbsent(step.closeTime(input), close -> new ArrayList<>()).add(input);
    }
    return sets;
  }

  private void end(AlignedState<I, S> state) {
    S memory = state.memory();
    if (memory == null) {
      return;
    }
    O last = step.onEnd(state.key(), memory);
    if (last != null) {
      Long clock = state.clock();
      out.decided(last, clock == null ? 0 : clock);
    }
    state.remember(memory);
  }
}
