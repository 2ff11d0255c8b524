package io.podflow.domain.lifecycle;

import io.podflow.domain.metrics.ReturnWindow;
import java.util.Arrays;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * Whether the last 60 daily returns look like those before them: the two-sample Kolmogorov-Smirnov
 * test (docs/lifecycle.md). The reference are the up to 250 returns that came before the recent 60,
 * at least 30 of them, so it moves on with the pod: what is asked is whether the pod has changed
 * lately, not whether it is still what it was at birth.
 *
 * <p>The p value is exact, P(D ≥ d) over all orders of the two samples; with ties, as on days on
 * which the pod was flat, it is an upper bound.
 *
 * @param statistic largest distance of the two empirical distribution functions
 * @param pValue of such a distance or a larger one when nothing has changed
 * @param level WARNING below 0.05, CRITICAL below 0.01
 */
public record DistributionDrift(double statistic, double pValue, AlertLevel level) {

  static final int RECENT = 60;
  static final int REFERENCE = 250;
  static final int MIN_RETURNS = 30;

  static final DistributionDrift UNKNOWN =
      new DistributionDrift(Double.NaN, Double.NaN, AlertLevel.NORMAL);

  private static final double WARNING = 0.05;
  private static final double CRITICAL = 0.01;

  static DistributionDrift of(ReturnWindow returns) {
    int n = returns.size();
    if (n < RECENT + MIN_RETURNS) {
      return UNKNOWN;
    }
    double[] kept = returns.last(RECENT + REFERENCE);
    int split = kept.length - RECENT;
    // The statistic draws no random numbers; the seed is for the sake of certainty.
    double statistic =
        new KolmogorovSmirnovTest(0)
            .kolmogorovSmirnovStatistic(
                Arrays.copyOf(kept, split), Arrays.copyOfRange(kept, split, kept.length));
    double pValue = DriftChances.of(statistic, split);
    return new DistributionDrift(statistic, pValue, level(pValue));
  }

  private static AlertLevel level(double pValue) {
    if (pValue < CRITICAL) {
      return AlertLevel.CRITICAL;
    }
    return pValue < WARNING ? AlertLevel.WARNING : AlertLevel.NORMAL;
  }
}
