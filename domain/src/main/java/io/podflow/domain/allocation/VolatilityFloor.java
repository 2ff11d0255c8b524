package io.podflow.domain.allocation;

import io.podflow.domain.metrics.Dispersion;
import java.util.Arrays;

/**
 * The least volatility that a holding is given beside others: a share of the median of theirs
 * (decision EV2). A pegged coin moves by a thousandth of what the others do, and would otherwise
 * get nearly everything.
 *
 * @param share of the median, in [0, 1]; 0 switches this and the rule on holdings without variance
 *     off
 */
public record VolatilityFloor(double share) {

  /** No floor, and every holding with enough returns is judged. */
  public static final VolatilityFloor OFF = new VolatilityFloor(0);

  public boolean isOff() {
    return share == 0;
  }

  /** Whether a holding may be judged by a standard deviation; NaN is one of too few returns. */
  public boolean accepts(double deviation) {
    return isOff() ? !Double.isNaN(deviation) : Dispersion.isSome(deviation);
  }

  /**
   * The floor of every holding; 0 where no other holding has variance.
   *
   * @param deviations standard deviations of all holdings, NaN where there are too few returns
   */
  public double[] of(double[] deviations) {
    double[] floors = new double[deviations.length];
    if (isOff()) {
      return floors;
    }
    for (int i = 0; i < floors.length; i++) {
      floors[i] = share * medianOfOthers(deviations, i);
    }
    return floors;
  }

  private static double medianOfOthers(double[] deviations, int holding) {
    double[] others = new double[deviations.length];
    int count = 0;
    for (int i = 0; i < deviations.length; i++) {
      if (i != holding && Dispersion.isSome(deviations[i])) {
        others[count++] = deviations[i];
      }
    }
    if (count == 0) {
      return 0;
    }
    Arrays.sort(others, 0, count);
    int middle = count / 2;
    return count % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
  }

  /**
   * Scales rows and columns of a covariance, in place, until no standard deviation is below its
   * floor; correlations stay. A holding that does not vary in the days of the matrix has its floor
   * for a standard deviation, and no correlation.
   *
   * @param floors in the units of the matrix, of {@link #of}
   * @return {@code covariance} itself
   */
  public static double[][] raise(double[][] covariance, double[] floors) {
    int n = floors.length;
    double[] factors = new double[n];
    for (int i = 0; i < n; i++) {
      double deviation = Math.sqrt(covariance[i][i]);
      boolean varies = Dispersion.isSome(deviation);
      factors[i] = varies ? Math.max(deviation, floors[i]) / deviation : floors[i] > 0 ? 0 : 1;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance[i][j] *= factors[i] * factors[j];
      }
      if (factors[i] == 0) {
        covariance[i][i] = floors[i] * floors[i];
      }
    }
    return covariance;
  }
}
