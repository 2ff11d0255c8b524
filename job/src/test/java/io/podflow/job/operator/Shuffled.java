package io.podflow.job.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * Inputs as they may arrive at an operator: batches of a few closes each, in any order inside a
 * batch. After a batch, event time has passed all of it.
 */
final class Shuffled<I> {

  private final List<I> inputs;
  private final ToLongFunction<I> time;
  private final Random random;

  /**
   * @param inputs in order of time
   */
  Shuffled(List<I> inputs, ToLongFunction<I> time, long seed) {
    this.inputs = inputs;
    this.time = time;
    this.random = new Random(seed);
  }

  /**
   * Cuts and shuffles.
   *
   * @param closes most closes in a batch
   */
  List<List<I>> batches(int closes) {
    List<List<I>> batches = new ArrayList<>();
    int from = 0;
    while (from < inputs.size()) {
      int to = from;
      for (int i = random.nextInt(closes); i >= 0 && to < inputs.size(); i--) {
        to = endOfClose(to);
      }
      List<I> batch = new ArrayList<>(inputs.subList(from, to));
      Collections.shuffle(batch, random);
      batches.add(batch);
      from = to;
    }
    return batches;
  }

  private int endOfClose(int from) {
    long close = time.applyAsLong(inputs.get(from));
    int to = from;
    while (to < inputs.size() && time.applyAsLong(inputs.get(to)) == close) {
      to++;
    }
    return to;
  }

  /** The latest time in a batch. */
  long lastOf(List<I> batch) {
    return batch.stream().mapToLong(time).max().orElseThrow();
  }
}
