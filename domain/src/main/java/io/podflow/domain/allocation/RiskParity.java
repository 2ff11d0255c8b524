package io.podflow.domain.allocation;

/**
 * Weights at which every holding contributes the same risk: {@code w[i] * (covariance * w)[i]} is
 * the same for all (requirements L1, L2).
 *
 * <p>They solve Spinu's convex problem, minimise ½ w'Σw − Σ ln(w) / n, and are found on the
 * correlation matrix: the scale of the volatilities then plays no part, neither in the number of
 * steps nor in when to stop. Contributions differ by at most 1e-10 of each other (decision FP27),
 * for singular matrices too. Two kinds of matrix are beyond that. When the best portfolio has less
 * than about a thousandth of the risk of its holdings, contributions are differences of rounded
 * numbers and come as close as those allow. When holdings can cancel each other's risk altogether,
 * no portfolio has equal shares of it: then the diagonal of the correlation matrix is raised by
 * {@value #DIAGONAL_LOAD}, and the contributions are equal under the raised matrix.
 */
public final class RiskParity {

  private static final double DIAGONAL_LOAD = 1e-3;

  private RiskParity() {}

  /**
   * Positive weights that sum to 1.
   *
   * @param covariance symmetric and positive semidefinite, in any unit
   * @throws IllegalArgumentException when a variance is not positive or a number is not finite
   */
  public static double[] weights(double[][] covariance) {
    int n = covariance.length;
    double[] deviations = new double[n];
    for (int i = 0; i < n; i++) {
      deviations[i] = Math.sqrt(requirePositive(covariance[i][i]));
    }
    double[] shares = EqualRiskSolver.solve(correlation(covariance, deviations, 0));
    if (shares == null) {
      shares = EqualRiskSolver.solve(correlation(covariance, deviations, DIAGONAL_LOAD));
    }
    if (shares == null) {
      throw new IllegalArgumentException(
          "covariance of " + n + " holdings is not finite or not positive semidefinite");
    }
    return perUnitOfRisk(shares, deviations);
  }

  private static double requirePositive(double variance) {
    if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "variance " + variance + " (expected: positive and finite)");
    }
    return variance;
  }

  private static double[][] correlation(double[][] covariance, double[] deviations, double load) {
    int n = deviations.length;
    double[] inverse = new double[n];
    for (int i = 0; i < n; i++) {
      inverse[i] = 1 / deviations[i];
    }
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        correlation[i][j] = covariance[i][j] * inverse[i] * inverse[j];
      }
      correlation[i][i] += load;
    }
    return correlation;
  }

  private static double[] perUnitOfRisk(double[] shares, double[] deviations) {
    double[] weights = new double[shares.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = shares[i] / deviations[i];
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
