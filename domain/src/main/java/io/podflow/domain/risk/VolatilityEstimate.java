package io.podflow.domain.risk;

import io.podflow.domain.allocation.CovarianceEstimate;
import io.podflow.domain.settings.Covariance;
import java.util.Arrays;

/**
 * The volatility that a set of positions would have had of late: √(w′Σw), where Σ is the covariance
 * of daily returns times 365 (decision EV4).
 *
 * <p>A symbol of which too little is known is given the largest variance of the others, and every
 * product of its weight with another weight counts in full, whatever the signs: what is not known
 * never looks like a hedge.
 *
 * @param value annualised fraction; NaN when no symbol with a weight has a variance to go by
 * @param days returns that each entry of Σ is made of; 0 when {@code value} is NaN
 * @param assumed the volatility given to symbols without one of their own, annualised fraction; NaN
 *     when all have one
 */
public record VolatilityEstimate(double value, int days, double assumed) {

  /** No symbol says anything about the volatility: the cap does not act. */
  public static final VolatilityEstimate NONE = new VolatilityEstimate(Double.NaN, 0, Double.NaN);

  private static final double DAYS_PER_YEAR = 365;

  /**
   * The estimate for a set of weights, be they wanted or held.
   *
   * @param weights by symbol, in configured order: signed shares of equity; 0 for a symbol that
   *     plays no part
   * @param closes by symbol, then UTC day, oldest first; NaN on a day without a close. All end with
   *     the same day
   * @param stale by symbol: whether its history is no longer one to go by
   * @param estimator of Σ
   */
  public static VolatilityEstimate of(
      double[] weights, double[][] closes, boolean[] stale, Covariance estimator) {
    int[] held = held(weights);
    DailyReturnsBySymbol known = DailyReturnsBySymbol.of(held, closes, stale);
    if (known.isEmpty()) {
      return NONE;
    }
    double[][] covariance = CovarianceEstimate.of(estimator, known.returns());
    double largest = 0;
    for (int i = 0; i < covariance.length; i++) {
      largest = Math.max(largest, covariance[i][i]);
    }
    double variance = variance(weights, held, known.symbols(), covariance, largest);
    boolean allKnown = known.symbols().length == held.length;
    return new VolatilityEstimate(
        Math.sqrt(Math.max(0, variance * DAYS_PER_YEAR)),
        known.days(),
        allKnown ? Double.NaN : Math.sqrt(largest * DAYS_PER_YEAR));
  }

  private static int[] held(double[] weights) {
    int[] held = new int[weights.length];
    int count = 0;
    for (int s = 0; s < weights.length; s++) {
      if (weights[s] != 0 && !Double.isNaN(weights[s])) {
        held[count++] = s;
      }
    }
    return Arrays.copyOf(held, count);
  }

  /** w′Σw of what is known, and (Σ|w|σ)² − (Σ known |w|σ)² for the rest. */
  private static double variance(
      double[] weights, int[] held, int[] known, double[][] covariance, double largest) {
    double variance = 0;
    double knownSizes = 0;
    for (int i = 0; i < known.length; i++) {
      double weight = weights[known[i]];
      for (int j = 0; j < known.length; j++) {
        variance += weight * covariance[i][j] * weights[known[j]];
      }
      knownSizes += Math.abs(weight) * Math.sqrt(covariance[i][i]);
    }
    double unknownSizes = 0;
    for (int symbol : held) {
      if (Arrays.binarySearch(known, symbol) < 0) {
        unknownSizes += Math.abs(weights[symbol]) * Math.sqrt(largest);
      }
    }
    return variance + unknownSizes * (unknownSizes + 2 * knownSizes);
  }
}
