package io.podflow.job.outsider;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What EV2 makes of volatilities: a holding is not believed to be much calmer than the others are.
 */
final class Floors {

  private static final double NO_DISPERSION = 1e-12;

  private Floors() {}

  /** Whether the returns vary at all; with a floor of 0 that is never asked. */
  static boolean vary(Config config, double[] returns) {
    return config.number("volatility_floor") == 0 || Figures.deviation(returns) > NO_DISPERSION;
  }

  /**
   * The least that each holding's deviation counts as.
   *
   * @param counted which deviations are in the medians of the others
   */
  static double[] of(Config config, double[] deviations, boolean[] counted) {
    double[] floors = new double[deviations.length];
    for (int i = 0; i < floors.length; i++) {
      int me = i;
      double[] others =
          IntStream.range(0, deviations.length)
              .filter(j -> j != me && counted[j])
              .mapToDouble(j -> deviations[j])
              .toArray();
      floors[i] = config.number("volatility_floor") * median(others);
    }
    return floors;
  }

  /**
   * The matrix with each row and column as if the deviation were at least the floor.
   *
   * @param floors in the units of the square root of {@code covariance}
   */
  static double[][] under(double[][] covariance, double[] floors) {
    int n = covariance.length;
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = covariance[i][j] * factor(covariance, floors, i);
        scaled[i][j] *= factor(covariance, floors, j);
      }
    }
    return scaled;
  }

  private static double factor(double[][] covariance, double[] floors, int i) {
    double sigma = Math.sqrt(covariance[i][i]);
    return Math.max(sigma, floors[i]) / sigma;
  }

  /** 0 of nothing; of an even number the mean of the middle two. */
  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
