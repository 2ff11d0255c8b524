package io.podflow.oracle;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Least volatilities beside others, in their most naive form (EV2). */
final class Floors {

  private Floors() {}

  static boolean off(Config config) {
    return config.number("volatility_floor") == 0;
  }

  /** By holding; 0 where no other has variance. NaN is no deviation. */
  static double[] of(Config config, double[] deviations) {
    double[] floors = new double[deviations.length];
    for (int i = 0; i < floors.length; i++) {
      int self = i;
      double[] others =
          IntStream.range(0, floors.length)
              .filter(j -> j != self && deviations[j] > 1e-12)
              .mapToDouble(j -> deviations[j])
              .sorted()
              .toArray();
      int n = others.length;
      double median = n == 0 ? 0 : (others[(n - 1) / 2] + others[n / 2]) / 2;
      floors[i] = config.number("volatility_floor") * median;
    }
    return floors;
  }

  /** The covariance with rows and columns scaled until no deviation is below its floor. */
  static double[][] raised(double[][] covariance, double[] floors) {
    double[] sigma = new double[floors.length];
    Arrays.setAll(sigma, i -> Math.sqrt(covariance[i][i]));
    double[][] raised = new double[floors.length][floors.length];
    for (int i = 0; i < floors.length; i++) {
      for (int j = 0; j < floors.length; j++) {
        raised[i][j] =
            covariance[i][j]
                * (Math.max(sigma[i], floors[i]) / sigma[i])
                * (Math.max(sigma[j], floors[j]) / sigma[j]);
      }
    }
    return raised;
  }
}
