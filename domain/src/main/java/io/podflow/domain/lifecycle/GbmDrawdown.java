package io.podflow.domain.lifecycle;

import io.podflow.domain.metrics.Performance;
import io.podflow.domain.metrics.Thresholds;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.util.FastMath;

/**
 * The pod's drawdown against what a geometric Brownian motion of its own drift and volatility would
 * show (docs/lifecycle.md). With μ and σ the mean and standard deviation (n − 1) of all n daily
 * returns, z = Φ⁻¹(0.95) and k = z / √(2 ln 2):
 *
 * <pre>
 * depth limit     σ√n · √(2 ln n / π) · k       for μ ≥ 0
 *                 (|μ| n + z σ√n) · k            for μ &lt; 0, both at most 1
 * duration limit  ⌊½σ² / max(μ, ½σ²) · n + z√n⌋, at most n
 * </pre>
 *
 * @param depth current fall from the peak, positive fraction
 * @param durationDays days since the peak
 * @param depthLimit depth that is exceeded in one of twenty such motions
 * @param durationLimit the same for the duration, days
 * @param level WARNING when one is exceeded, CRITICAL when both are; NORMAL below 30 returns
 */
public record GbmDrawdown(
    double depth, int durationDays, double depthLimit, int durationLimit, AlertLevel level) {

  static final int MIN_RETURNS = 30;

  static final GbmDrawdown UNKNOWN =
      new GbmDrawdown(Double.NaN, 0, Double.NaN, 0, AlertLevel.NORMAL);

  private static final double Z = new NormalDistribution().inverseCumulativeProbability(0.95);
  private static final double K = Z / FastMath.sqrt(2 * FastMath.log(2));

  static GbmDrawdown of(Performance pod, int daysBelowPeak) {
    int n = pod.count;
    double depth = pod.currentDrawdown();
    if (n < MIN_RETURNS) {
      return new GbmDrawdown(depth, daysBelowPeak, Double.NaN, 0, AlertLevel.NORMAL);
    }
    double variance = pod.squares / (n - 1);
    double depthLimit = depthLimit(pod.mean, variance, n);
    int durationLimit = durationLimit(pod.mean, variance, n);
    return new GbmDrawdown(
        depth,
        daysBelowPeak,
        depthLimit,
        durationLimit,
        AlertLevel.ofSigns(Thresholds.isAbove(depth, depthLimit), daysBelowPeak > durationLimit));
  }

  private static double depthLimit(double mean, double variance, int n) {
    double spread = FastMath.sqrt(variance * n);
    double limit =
        mean >= 0
            ? spread * FastMath.sqrt(2 * FastMath.log(n) / FastMath.PI) * K
            : (-mean * n + Z * spread) * K;
    return Math.min(1, limit);
  }

  /** All n days where the drift is at most ½σ², also when both are 0. */
  private static int durationLimit(double mean, double variance, int n) {
    double half = variance / 2;
    double share = mean <= half ? 1 : half / mean;
    return (int) Math.min(n, Math.floor(share * n + Z * FastMath.sqrt(n)));
  }
}
