package io.podflow.domain.portfolio.day;

import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.Arrays;

/**
 * Each pod's correlation with the portfolio, itself included: the fraction-weighted sum of the
 * active pods' daily returns over {@code correlation_lookback} days (docs/lifecycle.md).
 */
public final class PortfolioCorrelation {

  private static final double NO_VARIANCE = 1e-24;

  private PortfolioCorrelation() {}

  /**
   * @param lookback days that are looked back on, at most
   * @return by pod; NaN where it is undefined: fewer than two common days, no variance, or no other
   *     pod, as a pod that is alone is the portfolio.
   */
  public static double[] of(PortfolioState state, int lookback) {
    double[][] returns = last(state.dailyReturns.byPod, lookback);
    double[] portfolio = portfolio(state, returns);
    double[] correlations = new double[returns.length];
    for (int p = 0; p < correlations.length; p++) {
      correlations[p] = hasCompany(state, p) ? correlation(returns[p], portfolio) : Double.NaN;
    }
    return correlations;
  }

  private static double[][] last(double[][] byPod, int days) {
    double[][] last = new double[byPod.length][];
    for (int p = 0; p < last.length; p++) {
      last[p] = Arrays.copyOfRange(byPod[p], Math.max(0, byPod[p].length - days), byPod[p].length);
    }
    return last;
  }

  private static boolean hasCompany(PortfolioState state, int pod) {
    for (int p = 0; p < state.pods.length; p++) {
      if (p != pod && weight(state, p) > 0) {
        return true;
      }
    }
    return false;
  }

  private static double weight(PortfolioState state, int pod) {
    return state.isActive(pod) ? state.fractions[pod] : 0;
  }

  /** A pod without a return on a day has not moved the portfolio that day. */
  private static double[] portfolio(PortfolioState state, double[][] returns) {
    double[] sum = new double[returns.length == 0 ? 0 : returns[0].length];
    for (int p = 0; p < returns.length; p++) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += Double.isNaN(returns[p][d]) ? 0 : weight(state, p) * returns[p][d];
      }
    }
    return sum;
  }

  private static double correlation(double[] pod, double[] portfolio) {
    int days = 0;
    double podMean = 0;
    double portfolioMean = 0;
    for (int d = 0; d < pod.length; d++) {
      if (!Double.isNaN(pod[d])) {
        days++;
        podMean += pod[d];
        portfolioMean += portfolio[d];
      }
    }
    if (days < 2) {
      return Double.NaN;
    }
    podMean /= days;
    portfolioMean /= days;
    double podSquares = 0;
    double portfolioSquares = 0;
    double products = 0;
    for (int d = 0; d < pod.length; d++) {
      if (!Double.isNaN(pod[d])) {
        double x = pod[d] - podMean;
        double y = portfolio[d] - portfolioMean;
        podSquares += x * x;
        portfolioSquares += y * y;
        products += x * y;
      }
    }
    return podSquares <= NO_VARIANCE || portfolioSquares <= NO_VARIANCE
        ? Double.NaN
        : products / Math.sqrt(podSquares * portfolioSquares);
  }
}
