package io.podflow.domain.allocation;

/** Sample covariance of return series, with the divisor n − 1, not annualised. */
public final class SampleCovariance {

  /**
   * A standard deviation below this is no dispersion (docs/decisions.md, "Capital between pods").
   */
  public static final double DISPERSION_FLOOR = 1e-8;

  /**
   * The variance that a series without dispersion is given (docs/decisions.md, "Capital between
   * pods").
   */
  private static final double ASSUMED_VARIANCE = 1e-8;

  private SampleCovariance() {}

  /**
   * The symmetric matrix of covariances.
   *
   * @param seriesBySymbol one series per symbol, aligned, of the same length of at least 2
   */
  public static double[][] of(double[][] seriesBySymbol) {
    int n = seriesBySymbol.length;
    double[][] centred = new double[n][];
    for (int i = 0; i < n; i++) {
      if (seriesBySymbol[i].length < 2 || seriesBySymbol[i].length != seriesBySymbol[0].length) {
        throw new IllegalArgumentException(
            "series "
                + i
                + " has "
                + seriesBySymbol[i].length
                + " returns (expected: at least 2, and as many as the others)");
      }
      centred[i] = centred(seriesBySymbol[i]);
    }
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = dot(centred[i], centred[j]) / (centred[i].length - 1);
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  /**
   * Gives every series without dispersion a small variance, in place, so that a risk can be shared.
   *
   * @return {@code covariance} itself
   */
  public static double[][] withDispersion(double[][] covariance) {
    for (int i = 0; i < covariance.length; i++) {
      if (covariance[i][i] <= DISPERSION_FLOOR * DISPERSION_FLOOR) {
        covariance[i][i] = ASSUMED_VARIANCE;
      }
    }
    return covariance;
  }

  static double[] centred(double[] series) {
    double sum = 0;
    for (double value : series) {
      sum += value;
    }
    double mean = sum / series.length;
    double[] centred = new double[series.length];
    for (int i = 0; i < series.length; i++) {
      centred[i] = series[i] - mean;
    }
    return centred;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
