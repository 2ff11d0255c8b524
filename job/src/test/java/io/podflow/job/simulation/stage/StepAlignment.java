package io.podflow.job.simulation.stage;

import io.podflow.domain.journal.Event;
import io.podflow.domain.market.FundingRate;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.step.SetStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A {@link SetStep} aligned by watermarks, for the keys of one task: what {@link
 * io.podflow.job.operator.AlignmentOperator} does in a live job, without Flink around it.
 */
final class StepAlignment<I, S, O> implements Stage<Told<I>> {

  private static final long END = Long.MAX_VALUE;
  private static final long NEVER = AlignedKey.NEVER;

  private final SetStep<I, S, O> step;
  private final AlignedKey.Bytes<I, S> bytes;
  private final ToIntFunction<I> key;
  private final Emission<O> out;
  private final Consumer<Event> late;
  private final Map<Integer, AlignedKey<I, S>> keys = new TreeMap<>();

  StepAlignment(
      SetStep<I, S, O> step,
      AlignedKey.Bytes<I, S> bytes,
      ToIntFunction<I> key,
      Emission<O> out,
      Consumer<Event> late,
      Stages.Share share,
      List<Memory> kept) {
    this.step = step;
    this.bytes = bytes;
    this.key = key;
    this.out = out;
    this.late = late;
    for (Memory memory : kept) {
      if (memory instanceof Memory.Keyed keyed) {
        keyed.bytes().forEach((each, written) -> restore(each, written, share));
      }
    }
  }

  private void restore(int each, byte[] written, Stages.Share share) {
    if (StepStages.isOf(share, each)) {
      keys.put(each, bytes.read(written));
    }
  }

  @Override
  public void take(Told<I> told, long time) {
    I input = told.input();
    if (input != null) {
      take(input);
    } else if (told.notice() != null) {
      take(told.notice());
    }
  }

  private void take(KeyNotice told) {
    ConfigVersion version = told.version();
    FundingRate rate = told.rate();
    if (version != null) {
      configure(told.key(), version);
    } else if (rate != null) {
      AlignedKey<I, S> state = keys.computeIfAbsent(told.key(), unused -> new AlignedKey<>());
      step.onRate(told.key(), remembered(told.key(), state), rate);
    }
  }

  private S remembered(int each, AlignedKey<I, S> state) {
    S memory = state.memory == null ? step.initialState(each) : state.memory;
    state.memory = memory;
    return memory;
  }

  private void configure(int each, ConfigVersion version) {
    step.onVersion(version);
    AlignedKey<I, S> state = keys.get(each);
    if (state != null && state.clock == NEVER) {
      state.waiting.forEach(input -> runFor(each, state, input));
    } else if (state != null && version.effective() > state.clock) {
      // END, of one whose close is not known, is no time.
      state.timers.add(version.effective());
      state.timers.remove(END);
    }
  }

  private void runFor(int each, AlignedKey<I, S> state, I input) {
    state.timers.add(step.dueAt(each, input));
    state.timers.remove(END);
  }

  private void take(I input) {
    int each = key.applyAsInt(input);
    AlignedKey<I, S> state = keys.computeIfAbsent(each, unused -> new AlignedKey<>());
    long close = step.closeTime(input);
    if (close <= state.clock) {
      late.accept(step.onLate(each, input));
    } else {
      state.waiting.add(input);
      runFor(each, state, input);
    }
  }

  /** Timers of all keys fire in the order of their time. */
  @Override
  public void advance(long watermark) {
    for (long next = next(); next <= watermark; next = next()) {
      for (Map.Entry<Integer, AlignedKey<I, S>> each : keys.entrySet()) {
        if (each.getValue().timers.remove(next)) {
          close(each.getKey(), each.getValue(), next);
        }
      }
    }
    out.watermark(watermark);
  }

  private long next() {
    long next = END;
    for (AlignedKey<I, S> state : keys.values()) {
      next = state.timers.isEmpty() ? next : Math.min(next, state.timers.first());
    }
    return next;
  }

  private void close(int each, AlignedKey<I, S> state, long closeTime) {
    List<I> ready = new ArrayList<>();
    for (I input : state.waiting) {
      if (step.closeTime(input) <= closeTime) {
        ready.add(input);
      }
    }
    if (step.isDue(each, closeTime, ready)) {
      state.waiting.removeIf(input -> step.closeTime(input) <= closeTime);
      decide(each, state, closeTime, ready);
    }
    long next = step.nextClose(each, closeTime);
    if (next != END) {
      state.timers.add(next);
    }
  }

  private void decide(int each, AlignedKey<I, S> state, long closeTime, List<I> ready) {
    O result = step.onClose(each, remembered(each, state), closeTime, ready);
    if (result != null) {
      out.record(result, closeTime);
    }
    state.clock = closeTime;
  }

  @Override
  public Memory memory() {
    Map<Integer, byte[]> all = new HashMap<>();
    keys.forEach((each, state) -> all.put(each, bytes.write(state)));
    return new Memory.Keyed(all);
  }

  @Override
  public void close() {}
}
