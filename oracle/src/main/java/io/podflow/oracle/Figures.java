package io.podflow.oracle;

/** Metrics of a list of returns, oldest first (requirement B2; docs/decisions.md, "Figures"). */
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

  /** NaN without variance. */
  static double correlation(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int t = 0; t < x.length; t++) {
      xx += (x[t] - meanX) * (x[t] - meanX);
      yy += (y[t] - meanY) * (y[t] - meanY);
      xy += (x[t] - meanX) * (y[t] - meanY);
    }
    boolean constant = xx <= 1e-24 * x.length || yy <= 1e-24 * x.length;
    return constant ? Double.NaN : xy / Math.sqrt(xx * yy);
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
