package io.podflow.models.linear;

/**
 * Minimises by sweeps over the coefficients: each coefficient is set to its own minimum while the
 * others are fixed.
 *
 * <p>A sweep works on the inner products of the columns: a change of a coefficient then costs one
 * operation per column, and an unchanged coefficient costs nothing. The products with the residuals
 * are updated in {@code left[j] = xⱼ·(y − Xw)}.
 */
final class CoordinateDescent {

  private final double[][] columns;
  private final double[] labels;
  private final double l1;
  private final double l2;
  private final double[][] products;
  private final double[] weights;
  private final double[] left;

  /**
   * @param columns {@code columns[feature][row]}, each column with mean 0
   * @param labels one per row, with mean 0
   * @param l1 α·ρ·n
   * @param l2 α·(1 − ρ)·n
   */
  CoordinateDescent(double[][] columns, double[] labels, double l1, double l2) {
    this.columns = columns;
    this.labels = labels;
    this.l1 = l1;
    this.l2 = l2;
    int p = columns.length;
    this.products = new double[p][p];
    this.weights = new double[p];
    this.left = new double[p];
    for (int j = 0; j < p; j++) {
      left[j] = dot(columns[j], labels);
      for (int k = 0; k <= j; k++) {
        products[j][k] = dot(columns[j], columns[k]);
        products[k][j] = products[j][k];
      }
    }
  }

  /** Coefficients, one per column, after the last sweep. */
  double[] run(int maxSweeps, double tolerance) {
    double goal = tolerance * dot(labels, labels);
    for (int sweep = 1; sweep <= maxSweeps; sweep++) {
      double moved = sweep();
      double largest = largest();
      boolean settled = largest == 0 || moved / largest < tolerance;
      if (settled && dualityGap() < goal) {
        return weights;
      }
    }
    return weights;
  }

  /** Updates every coefficient; returns the largest absolute change. */
  private double sweep() {
    double most = 0;
    for (int j = 0; j < weights.length; j++) {
      double square = products[j][j];
      if (square != 0) {
        double old = weights[j];
        double pull = left[j] + square * old;
        double size = Math.abs(pull) - l1;
        double next = size > 0 ? Math.signum(pull) * size / (square + l2) : 0;
        if (next != old) {
          move(j, next - old);
          weights[j] = next;
          most = Math.max(most, Math.abs(next - old));
        }
      }
    }
    return most;
  }

  private void move(int j, double change) {
    double[] row = products[j];
    for (int k = 0; k < left.length; k++) {
      left[k] -= change * row[k];
    }
  }

  private double largest() {
    double largest = 0;
    for (double weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    return largest;
  }

  /** Duality gap: n times the objective, minus a lower bound of n times the objective. */
  private double dualityGap() {
    double[] residuals = residuals();
    double square = dot(residuals, residuals);
    double steepest = 0;
    double sizes = 0;
    double squares = 0;
    for (int j = 0; j < weights.length; j++) {
      steepest = Math.max(steepest, Math.abs(dot(columns[j], residuals) - l2 * weights[j]));
      sizes += Math.abs(weights[j]);
      squares += weights[j] * weights[j];
    }
    double scale = steepest > l1 ? l1 / steepest : 1;
    double gap = steepest > l1 ? (square + scale * scale * square) / 2 : square;
    return gap
        + l1 * sizes
        - scale * dot(residuals, labels)
        + l2 * (1 + scale * scale) * squares / 2;
  }

  private double[] residuals() {
    double[] residuals = labels.clone();
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] != 0) {
        for (int i = 0; i < residuals.length; i++) {
          residuals[i] -= weights[j] * columns[j][i];
        }
      }
    }
    return residuals;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
