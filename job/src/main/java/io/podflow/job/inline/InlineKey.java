package io.podflow.job.inline;

import io.podflow.job.step.SetStep;
import io.podflow.job.step.StepFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One key of a {@link SetStep} in memory: what the alignment operator keeps in keyed state. */
final class InlineKey<I, S, O> {

  private static final long NONE = Long.MAX_VALUE;

  private final SetStep<I, S, O> step;
  private final int key;
  private final List<I> inputs = new ArrayList<>();
  private @Nullable S state;
  private long next = NONE;

  InlineKey(SetStep<I, S, O> step, int key) {
    this.step = step;
    this.key = key;
  }

  /** Adds an input of the close that is being collected. */
  void add(I input) {
    inputs.add(input);
    next = Math.min(next, step.closeTime(input));
  }

  /** The next close to run, MAX_VALUE when there is none. */
  long nextClose() {
    return next;
  }

  /** Runs one close with what has been added for it. */
  @Nullable O close(long closeTime) {
    S memory = state == null ? step.initialState(key) : state;
    state = memory;
    O result = decide(memory, closeTime);
    inputs.clear();
    next = step.nextClose(key, closeTime);
    return result;
  }

  private @Nullable O decide(S memory, long closeTime) {
    try {
      return step.onClose(key, memory, closeTime, List.copyOf(inputs));
    } catch (RuntimeException | Error e) {
      throw StepFailure.atClose(step.nameOf(key), closeTime, e);
    }
  }

  /** Ends the input. */
  @Nullable O end() {
    S memory = state;
    return memory == null ? null : step.onEnd(key, memory);
  }
}
