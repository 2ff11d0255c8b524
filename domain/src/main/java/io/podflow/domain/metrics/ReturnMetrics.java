package io.podflow.domain.metrics;

/**
 * What the last returns of a window amount to (requirement B2). A lookback longer than the window
 * means all of it.
 *
 * <p>These run for every symbol at every close, so sums and products go into four independent
 * partial results, which a processor works on at the same time. Their order is fixed: the same
 * returns give the same bits.
 */
public final class ReturnMetrics {

  /** A standard deviation up to this is rounding, not risk. */
  private static final double NO_DISPERSION = 1e-12;

  private ReturnMetrics() {}

  /**
   * Annualised Sharpe ratio without a risk-free rate; 0 for fewer than two returns or returns
   * without dispersion.
   *
   * @param barsPerYear of the returns' timeframe (decision SG6)
   */
  public static double sharpe(ReturnWindow window, int lookback, double barsPerYear) {
    return sharpe(window.values, window.firstOf(lookback), window.end(), barsPerYear);
  }

  /** The same of all {@code returns}. */
  public static double sharpe(double[] returns, double periodsPerYear) {
    return sharpe(returns, 0, returns.length, periodsPerYear);
  }

  private static double sharpe(double[] values, int from, int to, double periodsPerYear) {
    if (to - from < 2) {
      return 0;
    }
    double mean = sum(values, from, to) / (to - from);
    double deviation = deviation(values, from, to, mean);
    return deviation <= NO_DISPERSION ? 0 : mean * Math.sqrt(periodsPerYear) / deviation;
  }

  /** Compounded return, a fraction; 0 for an empty window. */
  public static double cumulativeReturn(ReturnWindow window, int lookback) {
    double[] values = window.values;
    int i = window.firstOf(lookback);
    int to = window.end();
    double a = 1;
    double b = 1;
    double c = 1;
    double d = 1;
    for (; i + 3 < to; i += 4) {
      a *= 1 + values[i];
      b *= 1 + values[i + 1];
      c *= 1 + values[i + 2];
      d *= 1 + values[i + 3];
    }
    for (; i < to; i++) {
      a *= 1 + values[i];
    }
    return (a * b) * (c * d) - 1;
  }

  /**
   * Deepest fall of the compounded value below its peak so far, a positive fraction. The value
   * before the first return counts as a peak.
   *
   * <p>What is followed is the share of the peak that is left, 1 at a new peak: neither level nor
   * peak nor a division per return is needed, and no branch that a market could make hard to
   * predict.
   */
  public static double maxDrawdown(ReturnWindow window, int lookback) {
    double[] values = window.values;
    double left = 1;
    double least = 1;
    int to = window.end();
    for (int i = window.firstOf(lookback); i < to; i++) {
      left = Math.min(1, left * (1 + values[i]));
      least = Math.min(least, left);
    }
    return 1 - least;
  }

  /** Sample standard deviation (n − 1), 0 for fewer than two values. */
  public static double standardDeviation(double[] values) {
    int n = values.length;
    return n < 2 ? 0 : deviation(values, 0, n, sum(values, 0, n) / n);
  }

  private static double deviation(double[] values, int from, int to, double mean) {
    return Math.sqrt(squares(values, from, to, mean) / (to - from - 1));
  }

  private static double sum(double[] values, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < to; i++) {
      a += values[i];
    }
    return (a + b) + (c + d);
  }

  private static double squares(double[] values, int from, int to, double mean) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += square(values[i] - mean);
      b += square(values[i + 1] - mean);
      c += square(values[i + 2] - mean);
      d += square(values[i + 3] - mean);
    }
    for (; i < to; i++) {
      a += square(values[i] - mean);
    }
    return (a + b) + (c + d);
  }

  private static double square(double value) {
    return value * value;
  }
}
