package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/** RV of docs/strategies.md, and the strength that follows from it. */
public final class RealisedVolatility {

  private RealisedVolatility() {}

  /**
   * Annualised sample standard deviation of the last {@code window} log returns; NaN while there
   * are fewer, or where a price is not positive.
   */
  public static double of(BarSeries bars, int window, double barsPerYear) {
    if (bars.size() <= window) {
      return Double.NaN;
    }
    double[] logReturns = new double[window];
    double sum = 0;
    for (int ago = 0; ago < window; ago++) {
      logReturns[ago] = Math.log(bars.close(ago) / bars.close(ago + 1));
      sum += logReturns[ago];
    }
    double mean = sum / window;
    double squares = 0;
    for (double logReturn : logReturns) {
      squares += (logReturn - mean) * (logReturn - mean);
    }
    return Math.sqrt(squares / (window - 1)) * Math.sqrt(barsPerYear);
  }

  /** VS of docs/strategies.md: the strength that brings a symbol to the target volatility. */
  public static double scalar(double target, double volatility, double minVolatility) {
    return target / Math.max(volatility, minVolatility);
  }
}
