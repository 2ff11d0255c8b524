package io.podflow.job.step;

import java.util.HashMap;
import java.util.Map;

/**
 * {@link Alignment} where the inputs of a key come in the order of their closes and nobody says how
 * far event time is, as in batch: an input says that all closes before its own are over. So a key
 * needs memory for the inputs of one close, and none once it has ended.
 *
 * @param <I> input
 * @param <S> what the step remembers of a key
 * @param <O> what the step decides
 */
public final class SortedAlignment<I, S, O> {

  private final SetStep<I, S, O> step;
  private final Alignment<I, S, O> alignment;
  private final Map<Integer, Sorted<I, S, O>> keys = new HashMap<>();

  private record Sorted<I, S, O>(AlignedKeys<I, S, O> key, CloseOrder order) {}

  public SortedAlignment(SetStep<I, S, O> step, Alignment<I, S, O> alignment) {
    this.step = step;
    this.alignment = alignment;
  }

  /**
   * Takes the next input of a key.
   *
   * @throws IllegalStateException for an input of an earlier close than the last one
   */
  public void take(int key, I input) {
    Sorted<I, S, O> sorted =
        keys.computeIfAbsent(
            key, unused -> new Sorted<>(new AlignedKeys<>(alignment), new CloseOrder()));
    long closeTime = step.closeTime(input);
    if (sorted.order().begins(closeTime)) {
      sorted.key().advance(closeTime - 1);
    }
    sorted.key().take(key, input);
  }

  /** A key's input has ended. */
  public void end(int key) {
    Sorted<I, S, O> sorted = keys.remove(key);
    if (sorted != null) {
      sorted.key().advance(Alignment.END);
    }
  }
}
