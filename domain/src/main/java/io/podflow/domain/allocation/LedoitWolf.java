package io.podflow.domain.allocation;

/**
 * Covariance pulled towards a multiple of the identity (requirement G2): {@code (1 − δ) * S + δ * m
 * * I}, with S the covariance of the series and m the mean of their variances.
 *
 * <p>The intensity δ is the one that minimises the expected squared error of the matrix, estimated
 * from the series themselves: how far the products of single days scatter around S, over how far S
 * is from the target, and at most 1 (O. Ledoit and M. Wolf, "A well-conditioned estimator for
 * large-dimensional covariance matrices", Journal of Multivariate Analysis 88, 2004). As in the
 * paper, S has the divisor n, not n − 1.
 */
public final class LedoitWolf {

  private LedoitWolf() {}

  /**
   * The symmetric matrix of shrunk covariances, with the trace of S; not annualised.
   *
   * @param series one series per holding, aligned, of the same length of at least 2
   */
  public static double[][] of(double[][] series) {
    double[][] covariance = SampleCovariance.of(series);
    if (series.length == 0) {
      return covariance;
    }
    double days = series[0].length;
    multiply(covariance, (days - 1) / days);
    double target = meanVariance(covariance);
    double intensity = intensity(series, covariance, target);
    multiply(covariance, 1 - intensity);
    for (int i = 0; i < covariance.length; i++) {
      covariance[i][i] += intensity * target;
    }
    return covariance;
  }

  private static double intensity(double[][] series, double[][] covariance, double target) {
    double distance = 0;
    double square = 0;
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        double off = covariance[i][j] - (i == j ? target : 0);
        distance += off * off;
        square += covariance[i][j] * covariance[i][j];
      }
    }
    double scatter = scatter(series, square);
    // Where S is the target already, every intensity gives the same matrix.
    return distance > 0 ? Math.min(1, scatter / distance) : 0;
  }

  /**
   * The mean over days of {@code |xx' − S|²} over the number of days: the squared error of S.
   *
   * @param square |S|², the sum of squares of all its elements
   */
  private static double scatter(double[][] series, double square) {
    int days = series[0].length;
    double[] norms = new double[days];
    for (double[] returns : series) {
      double[] centred = SampleCovariance.centred(returns);
      for (int day = 0; day < days; day++) {
        norms[day] += centred[day] * centred[day];
      }
    }
    double sum = 0;
    for (double norm : norms) {
      sum += norm * norm;
    }
    return Math.max(0, sum / days - square) / days;
  }

  private static double meanVariance(double[][] covariance) {
    double trace = 0;
    for (int i = 0; i < covariance.length; i++) {
      trace += covariance[i][i];
    }
    return trace / covariance.length;
  }

  private static void multiply(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
  }
}
