package io.podflow.domain.allocation;

import java.util.Arrays;

/** Weights in inverse proportion to the standard deviation of returns (requirements L1, L2). */
public final class InverseVolatility {

  private InverseVolatility() {}

  /**
   * Weights that sum to 1. A standard deviation below its floor counts as the floor, and one
   * without a floor as at least {@link SampleCovariance#DISPERSION_FLOOR}; when one of them is not
   * defined, all weights are equal.
   *
   * @param deviations standard deviation per holding; NaN where undefined
   * @param floors of {@link VolatilityFloor#of}
   */
  public static double[] weights(double[] deviations, double[] floors) {
    double[] weights = new double[deviations.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double least = floors[i] > 0 ? floors[i] : SampleCovariance.DISPERSION_FLOOR;
      weights[i] = 1 / Math.max(deviations[i], least);
      sum += weights[i];
    }
    if (Double.isNaN(sum)) {
      Arrays.fill(weights, 1.0 / weights.length);
      return weights;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
