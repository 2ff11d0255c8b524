package io.podflow.domain.allocation;

import io.podflow.domain.metrics.ReturnMetrics;
import java.util.Arrays;

/** Weights in inverse proportion to the standard deviation of returns (requirements L1, L2). */
public final class InverseVolatility {

  private InverseVolatility() {}

  /**
   * Weights that sum to 1. A standard deviation below {@link SampleCovariance#DISPERSION_FLOOR}
   * counts as that; when one of them is not defined, all weights are equal.
   *
   * @param series returns per holding, each of any length from 2
   */
  public static double[] weights(double[][] series) {
    double[] weights = new double[series.length];
    double sum = 0;
    for (int i = 0; i < series.length; i++) {
      double deviation =
          series[i].length < 2 ? Double.NaN : ReturnMetrics.standardDeviation(series[i]);
      weights[i] = 1 / Math.max(deviation, SampleCovariance.DISPERSION_FLOOR);
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
