package io.podflow.oracle;

import java.util.Arrays;

/** Shrinkage of covariances and of weights in its most naive form (G2, CA10). */
final class Shrunk {

  private Shrunk() {}

  /** The configured covariance as it is. */
  static double[][] plainCovariance(Config config, double[][] series) {
    if (config.orchestrator("covariance").asText().equals("ledoit_wolf")) {
      return ledoitWolf(series);
    }
    int n = series.length;
    int days = series[0].length;
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double meanI = Figures.mean(series[i]);
        double meanJ = Figures.mean(series[j]);
        for (int t = 0; t < days; t++) {
          covariance[i][j] += (series[i][t] - meanI) * (series[j][t] - meanJ) / (days - 1);
        }
      }
    }
    return covariance;
  }

  /** The configured covariance; no variance counts as 1e-8. */
  static double[][] covariance(Config config, double[][] series, double factor) {
    if (!config.orchestrator("covariance").asText().equals("ledoit_wolf")) {
      return Algebra.covariance(series, factor);
    }
    double[][] covariance = ledoitWolf(series);
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] *= factor;
      }
      covariance[i][i] = covariance[i][i] <= 1e-16 ? 1e-8 : covariance[i][i];
    }
    return covariance;
  }

  /** The day's products are estimates of S each; their scatter says how much S is worth. */
  private static double[][] ledoitWolf(double[][] series) {
    int n = series.length;
    int days = series[0].length;
    double[][] s = new double[n][n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int t = 0; t < days; t++) {
          s[i][j] += product(series, i, j, t) / days;
        }
      }
      mean += s[i][i] / n;
    }
    double distance = 0;
    double scatter = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distance += Math.pow(s[i][j] - (i == j ? mean : 0), 2);
        for (int t = 0; t < days; t++) {
          scatter += Math.pow(product(series, i, j, t) - s[i][j], 2) / days / days;
        }
      }
    }
    double pull = distance == 0 ? 0 : Math.min(1, scatter / distance);
    double[][] shrunk = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        shrunk[i][j] = (1 - pull) * s[i][j] + (i == j ? pull * mean : 0);
      }
    }
    return shrunk;
  }

  private static double product(double[][] series, int i, int j, int t) {
    return (series[i][t] - Figures.mean(series[i])) * (series[j][t] - Figures.mean(series[j]));
  }

  /** Weights on their way to equal ones. */
  static double[] weights(Config config, double[] weights) {
    double pull = config.number("weight_shrinkage");
    return Arrays.stream(weights).map(w -> w + pull * (1.0 / weights.length - w)).toArray();
  }
}
