package io.podflow.domain.allocation;

import java.util.Arrays;

/** The same weight for everyone (requirements L1, L2). */
public final class EqualWeight {

  private EqualWeight() {}

  /** Weights that sum to 1; none for nobody. */
  public static double[] of(int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    return weights;
  }
}
