package io.podflow.domain.capital;

import io.podflow.domain.allocation.CovarianceEstimate;
import io.podflow.domain.allocation.SampleCovariance;
import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.settings.Covariance;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The covariance of daily pod returns that risk parity and Kelly work on (docs/decisions.md,
 * "Capital between pods").
 */
final class AnnualCovariance {

  static final double DAYS_PER_YEAR = 365;

  private static final int ENOUGH_ROWS = 3;
  private static final double ASSUMED_VARIANCE = 1e-8;
  private static final double MAX_CONDITION = 1e10;
  private static final double RIDGE = 1e-6;

  private AnnualCovariance() {}

  /**
   * The estimated covariance × 365; with fewer than three days, all pods alike and uncorrelated.
   *
   * <p>Volatilities below their floor are raised to it (decision EV2), a variance of 0 to 1e-8.
   * Where the largest eigenvalue is more than 1e10 times the smallest, or the smallest is not
   * positive, 1e-6 is added to every variance.
   */
  static double[][] of(ReturnTable table, Covariance estimator) {
    int n = table.pods().length;
    if (table.days() < ENOUGH_ROWS) {
      return raised(new double[n][n], ASSUMED_VARIANCE);
    }
    double[][] covariance = CovarianceEstimate.of(estimator, table.returns());
    for (double[] row : covariance) {
      for (int j = 0; j < n; j++) {
        row[j] *= DAYS_PER_YEAR;
      }
    }
    VolatilityFloor.raise(covariance, annual(table.floors()));
    SampleCovariance.withDispersion(covariance);
    return isIllConditioned(covariance) ? raised(covariance, RIDGE) : covariance;
  }

  private static double[] annual(double[] daily) {
    return Arrays.stream(daily).map(value -> value * Math.sqrt(DAYS_PER_YEAR)).toArray();
  }

  private static boolean isIllConditioned(double[][] covariance) {
    double[] eigenvalues =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance)).getEigenvalues();
    double largest = Double.NEGATIVE_INFINITY;
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : eigenvalues) {
      largest = Math.max(largest, value);
      smallest = Math.min(smallest, value);
    }
    return !(largest <= MAX_CONDITION * smallest);
  }

  private static double[][] raised(double[][] covariance, double amount) {
    for (int i = 0; i < covariance.length; i++) {
      covariance[i][i] += amount;
    }
    return covariance;
  }
}
