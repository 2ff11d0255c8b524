package io.podflow.domain.capital;

import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.settings.VolatilityTargetSettings;
import java.util.Arrays;

/**
 * One factor on all weights that brings the portfolio to a volatility (docs/decisions.md, "Capital
 * between pods"): {@code clip(target / σ, floor, cap)}, σ the annualised deviation of the daily
 * returns that these weights would have had.
 *
 * <p>σ is over the newest days on which every pod with a weight has a return, at most the
 * look-back; on fewer than {@value #ENOUGH_DAYS} of them it is 0, and the factor the cap. A factor
 * above 1 ends where the weights sum to 1: podflow shares equity and borrows none.
 */
final class VolatilityTarget implements CapitalOverlay {

  private static final int ENOUGH_DAYS = 5;

  private final VolatilityTargetSettings settings;

  VolatilityTarget(VolatilityTargetSettings settings) {
    this.settings = settings;
  }

  @Override
  public double[] factors(CapitalInputs inputs, double[] weights) {
    double volatility = volatility(inputs.dailyReturns(), weights);
    double wanted = Math.min(settings.cap(), settings.annual() / volatility);
    double room = 1 / Arrays.stream(weights).sum();
    double[] factors = new double[weights.length];
    Arrays.fill(factors, Math.min(room, Math.max(settings.floor(), wanted)));
    return factors;
  }

  /** Annualised; 0 where too few days are known. */
  private double volatility(double[][] dailyReturns, double[] weights) {
    int end = dailyReturns.length == 0 ? 0 : dailyReturns[0].length;
    int from = end;
    double[] returns = new double[end];
    while (from > 0 && end - from < settings.lookback()) {
      double dayReturn = dayReturn(dailyReturns, weights, from - 1);
      if (Double.isNaN(dayReturn)) {
        break;
      }
      from--;
      returns[from] = dayReturn;
    }
    return end - from < ENOUGH_DAYS
        ? 0
        : ReturnMetrics.standardDeviation(Arrays.copyOfRange(returns, from, end))
            * Math.sqrt(AnnualCovariance.DAYS_PER_YEAR);
  }

  private static double dayReturn(double[][] dailyReturns, double[] weights, int day) {
    double sum = 0;
    for (int pod = 0; pod < weights.length; pod++) {
      if (weights[pod] > 0) {
        sum += weights[pod] * dailyReturns[pod][day];
      }
    }
    return sum;
  }
}
