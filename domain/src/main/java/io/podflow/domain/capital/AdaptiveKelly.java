package io.podflow.domain.capital;

import io.podflow.domain.allocation.RiskParity;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealVector;

/**
 * Risk parity that gives way to a fraction of the Kelly bet as the pods grow a track record
 * (decisions CA8, FP20): {@code (1 − α) * riskParity + α * k}.
 *
 * <p>The bet {@code k = kellyFraction * max(Σ⁻¹μ, 0)} is scaled down only where it sums to more
 * than 1. So a small edge leaves cash, and without a pod of positive mean return k is 0.
 */
final class AdaptiveKelly {

  private final double kellyFraction;
  private final int confidenceRamp;
  private final Covariance estimator;

  AdaptiveKelly(OrchestratorSettings settings) {
    this.kellyFraction = settings.kellyFraction();
    this.confidenceRamp = settings.kellyConfidenceRamp();
    this.estimator = settings.covariance();
  }

  /**
   * Weights of the pods in the table, summing to at most 1.
   *
   * @param liveDays mean track record of the active pods, whole days
   */
  double[] weights(ReturnTable table, int liveDays) {
    double[][] covariance = AnnualCovariance.of(table, estimator);
    double[] weights = RiskParity.weights(covariance);
    double[] bet = bet(covariance, means(table));
    double confidence = Math.min(1, (double) liveDays / confidenceRamp);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (1 - confidence) * weights[i] + confidence * bet[i];
    }
    return weights;
  }

  private static double[] means(ReturnTable table) {
    double[] means = new double[table.pods().length];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (double value : table.returns()[i]) {
        sum += value;
      }
      means[i] = table.days() == 0 ? 0 : sum / table.days() * AnnualCovariance.DAYS_PER_YEAR;
    }
    return means;
  }

  private double[] bet(double[][] covariance, double[] means) {
    double[] bet = new double[means.length];
    if (Arrays.stream(means).noneMatch(mean -> mean > 0)) {
      return bet;
    }
    // Always solvable: AnnualCovariance bounds the condition of the matrix.
    RealVector edge =
        new LUDecomposition(new Array2DRowRealMatrix(covariance), 0)
            .getSolver()
            .solve(new ArrayRealVector(means, false));
    double sum = 0;
    for (int i = 0; i < bet.length; i++) {
      bet[i] = kellyFraction * Math.max(edge.getEntry(i), 0);
      sum += bet[i];
    }
    if (sum > 1) {
      for (int i = 0; i < bet.length; i++) {
        bet[i] /= sum;
      }
    }
    return bet;
  }
}
