package io.podflow.models.linear;

import io.podflow.models.Model;
import io.podflow.models.ModelFitter;
import io.podflow.models.TrainingSet;

/**
 * Elastic net by cyclic coordinate descent (Friedman, Hastie, Tibshirani 2010), exactly as in
 * docs/strategies.md: minimise {@code (1/2n)‖y − Xw − b‖² + α·ρ·‖w‖₁ + ½·α·(1 − ρ)·‖w‖²} with α =
 * 0.01, unscaled features, at most 1000 sweeps, and the duality gap as the stopping rule.
 *
 * <p>Because features differ in scale and some are nearly equal, many fits end at the limit of
 * sweeps without convergence. The coefficients then depend on the order and number of the sweeps,
 * so this solver must not be improved, and no library's solver gives the same coefficients.
 */
public final class ElasticNet implements ModelFitter {

  private static final double ALPHA = 0.01;
  private static final double TOLERANCE = 1e-4;
  private static final int MAX_SWEEPS = 1_000;

  private final double l1Ratio;

  /**
   * @param l1Ratio ρ, the L1 part of the penalty, 0 to 1
   */
  public ElasticNet(double l1Ratio) {
    this.l1Ratio = l1Ratio;
  }

  @Override
  public Model fit(TrainingSet set) {
    double[][] columns = centred(set.columns());
    double[] labels = centred(set.labels());
    int n = set.rows();
    CoordinateDescent descent =
        new CoordinateDescent(columns, labels, ALPHA * l1Ratio * n, ALPHA * (1 - l1Ratio) * n);
    double[] weights = descent.run(MAX_SWEEPS, TOLERANCE);
    double intercept = set.meanLabel();
    for (int j = 0; j < weights.length; j++) {
      intercept -= TrainingSet.mean(set.columns()[j]) * weights[j];
    }
    return new LinearModel(intercept, weights);
  }

  private static double[][] centred(double[][] columns) {
    double[][] centred = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      centred[j] = centred(columns[j]);
    }
    return centred;
  }

  private static double[] centred(double[] values) {
    double mean = TrainingSet.mean(values);
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = values[i] - mean;
    }
    return centred;
  }
}
