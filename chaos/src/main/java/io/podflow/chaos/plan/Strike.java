package io.podflow.chaos.plan;

import io.podflow.chaos.fault.FaultKind;
import java.util.SplittableRandom;

/**
 * One fault of a moment.
 *
 * @param fault what happens
 * @param afterMillis how long after the moment's first strike; 0 for that one itself
 * @param seed of what the fault leaves to chance, such as how long it lasts
 */
public record Strike(FaultKind fault, long afterMillis, long seed) {

  /** For the fault's own draws, from their beginning. */
  public SplittableRandom random() {
    return new SplittableRandom(seed);
  }
}
