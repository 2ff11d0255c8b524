package io.podflow.domain.allocation;

/**
 * Solves small symmetric positive definite systems in place, without allocating: what the hot loop
 * of {@link EqualRiskSolver} needs and a general matrix library does not offer. Only the upper
 * triangle is read and written.
 */
final class Cholesky {

  private Cholesky() {}

  /** Replaces the upper triangle of a matrix by its factor U, so that it was U'U. */
  static void factorise(double[][] matrix) {
    int n = matrix.length;
    for (int k = 0; k < n; k++) {
      double[] pivot = matrix[k];
      double scale = 1 / Math.sqrt(pivot[k]);
      for (int j = k; j < n; j++) {
        pivot[j] *= scale;
      }
      for (int i = k + 1; i < n; i++) {
        subtract(matrix[i], pivot[i], pivot, i);
      }
    }
  }

  /** Replaces the right-hand side by the solution. */
  static void solve(double[][] factor, double[] side) {
    int n = side.length;
    for (int i = 0; i < n; i++) {
      side[i] /= factor[i][i];
      subtract(side, side[i], factor[i], i + 1);
    }
    for (int i = n - 1; i >= 0; i--) {
      double[] row = factor[i];
      double rest = side[i];
      for (int j = i + 1; j < n; j++) {
        rest -= row[j] * side[j];
      }
      side[i] = rest / row[i];
    }
  }

  private static void subtract(double[] target, double multiple, double[] row, int from) {
    for (int j = from; j < target.length; j++) {
      target[j] -= multiple * row[j];
    }
  }
}
