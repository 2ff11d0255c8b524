package io.podflow.domain.risk;

import io.podflow.domain.allocation.SampleCovariance;
import java.util.Arrays;

/**
 * How the risk of a weighted sum is made up of its parts (docs/decisions.md, "Risk and defence"):
 * {@code PRCᵢ = wᵢ(Σw)ᵢ / w'Σw}. The shares sum to 1; one that hedges the others is negative.
 *
 * @param shares by part, in the order of the weights
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record RiskContributions(double[] shares) {

  /** Fewer returns than this say nothing about risk: equal shares. */
  static final int ENOUGH_RETURNS = 3;

  /** A sum that varies less than this has no risk to share: equal shares. */
  private static final double NO_VARIANCE = 1e-12;

  /**
   * The shares under a covariance.
   *
   * @param weights signed, of any sum
   * @param covariance symmetric, in the order of the weights
   */
  public static RiskContributions of(double[] weights, double[][] covariance) {
    int n = weights.length;
    double[] shares = new double[n];
    double variance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        shares[i] += weights[i] * covariance[i][j] * weights[j];
      }
      variance += shares[i];
    }
    if (!(variance >= NO_VARIANCE)) {
      return equal(n);
    }
    for (int i = 0; i < n; i++) {
      shares[i] /= variance;
    }
    return new RiskContributions(shares);
  }

  /**
   * The shares under the sample covariance.
   *
   * @param returns by part, then time; all of the same length
   */
  static RiskContributions ofReturns(double[] weights, double[][] returns) {
    return returns.length == 0 || returns[0].length < ENOUGH_RETURNS
        ? equal(weights.length)
        : of(weights, SampleCovariance.of(returns));
  }

  private static RiskContributions equal(int n) {
    double[] shares = new double[n];
    Arrays.fill(shares, 1.0 / n);
    return new RiskContributions(shares);
  }

  /**
   * The number of equal parts that would be spread as widely: {@code 1 / Σ(|PRC| / Σ|PRC|)²}; 0
   * without any share.
   */
  public double effectiveNumber() {
    double sum = Arrays.stream(shares).map(Math::abs).sum();
    double squares = Arrays.stream(shares).map(share -> share * share).sum();
    return sum == 0 ? 0 : sum * sum / squares;
  }
}
