package io.podflow.job.outsider;

/**
 * Metrics of a list of returns, oldest first (requirement B2; metrics of orchestration.md §2.2).
 */
final class Figures {

  private static final double NO_DISPERSION = 1e-12;

  private Figures() {}

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Sample standard deviation. */
  static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  static double sharpe(double[] returns, double periodsPerYear) {
    if (returns.length < 2 || deviation(returns) <= NO_DISPERSION) {
      return 0;
    }
    return mean(returns) * Math.sqrt(periodsPerYear) / deviation(returns);
  }

  static double cumulative(double[] returns) {
    double value = 1;
    for (double r : returns) {
      value *= 1 + r;
    }
    return value - 1;
  }

  static double maxDrawdown(double[] returns) {
    double value = 1;
    double peak = 1;
    double deepest = 0;
    for (double r : returns) {
      value *= 1 + r;
      peak = Math.max(peak, value);
      deepest = Math.max(deepest, 1 - value / peak);
    }
    return deepest;
  }

  static double lastDrawdown(double[] returns) {
    double value = 1;
    double peak = 1;
    for (double r : returns) {
      value *= 1 + r;
      peak = Math.max(peak, value);
    }
    return 1 - value / peak;
  }
}
