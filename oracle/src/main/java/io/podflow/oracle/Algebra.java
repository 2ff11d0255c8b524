package io.podflow.oracle;

import java.util.Arrays;

/** The few computations that are more than a formula, in their most naive form. */
final class Algebra {

  private static final int MANY = 1_000;

  private Algebra() {}

  /** clip(s·raw, min, max) with the s at which the sum is 1 (PO8, FP17), by bisection over s. */
  static double[] waterFilling(double[] raw, double min, double max) {
    double[] asked = raw.clone();
    if (Arrays.stream(asked).allMatch(value -> value == 0)) {
      Arrays.fill(asked, 1);
    }
    if (asked.length * max <= 1) {
      return clipped(asked, Double.MAX_VALUE, min, max);
    }
    double low = 0;
    double high = 1;
    while (sum(clipped(asked, high, min, max)) < 1 && high < 1e300) {
      high *= 2;
    }
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (sum(clipped(asked, middle, min, max)) < 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return clipped(asked, high, min, max);
  }

  private static double[] clipped(double[] raw, double scale, double min, double max) {
    double[] weights = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      weights[i] = raw[i] == 0 ? min : Math.min(max, Math.max(min, raw[i] * scale));
    }
    return weights;
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  static double[] normalised(double[] values) {
    double sum = sum(values);
    return Arrays.stream(values).map(value -> value / sum).toArray();
  }

  static double[] equal(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    return weights;
  }

  /** Sample covariance of series of equal length; no variance counts as 1e-8. */
  static double[][] covariance(double[][] series, double factor) {
    int n = series.length;
    double[][] covariance = new double[n][n];
    double[] means = Arrays.stream(series).mapToDouble(Figures::mean).toArray();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int t = 0; t < series[i].length; t++) {
          sum += (series[i][t] - means[i]) * (series[j][t] - means[j]);
        }
        covariance[i][j] = sum / (series[i].length - 1) * factor;
      }
      covariance[i][i] = covariance[i][i] <= 1e-16 ? 1e-8 : covariance[i][i];
    }
    return covariance;
  }

  /**
   * Weights of equal risk contributions: x[i]·(Σx)[i] = 1 for all i, then scaled to sum 1. Newton's
   * method on ½x'Σx − Σ ln x, with steps short enough to stay positive until it is near.
   */
  static double[] riskParity(double[][] covariance) {
    int n = covariance.length;
    double[] x = new double[n];
    Arrays.setAll(x, i -> 1 / Math.sqrt(covariance[i][i]));
    double length = 1;
    for (int k = 0; k < MANY && length > 1e-13; k++) {
      double[][] hessian = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
      double[] gradient = new double[n];
      for (int i = 0; i < n; i++) {
        gradient[i] = -1 / x[i];
        for (int j = 0; j < n; j++) {
          gradient[i] += covariance[i][j] * x[j];
        }
        hessian[i][i] += 1 / (x[i] * x[i]);
      }
      double[] step = solve(hessian, gradient);
      length = 0;
      for (int i = 0; i < n; i++) {
        length += gradient[i] * step[i];
      }
      length = Math.sqrt(Math.max(0, length));
      for (int i = 0; i < n; i++) {
        x[i] -= step[i] / (length > 0.25 ? 1 + length : 1);
      }
    }
    return normalised(x);
  }

  /** Solves a·x = b by Gaussian elimination with pivoting. */
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOf(a[i], n + 1);
      rows[i][n] = b[i];
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k; i < n; i++) {
        pivot = Math.abs(rows[i][k]) > Math.abs(rows[pivot][k]) ? i : pivot;
      }
      double[] swap = rows[k];
      rows[k] = rows[pivot];
      rows[pivot] = swap;
      for (int i = 0; i < n; i++) {
        double factor = i == k ? 0 : rows[i][k] / rows[k][k];
        for (int j = k; j <= n && factor != 0; j++) {
          rows[i][j] -= factor * rows[k][j];
        }
      }
    }
    double[] x = new double[n];
    Arrays.setAll(x, i -> rows[i][n] / rows[i][i]);
    return x;
  }

  /** Eigenvalues of a symmetric matrix by Jacobi rotations. */
  static double[] eigenvalues(double[][] symmetric) {
    int n = symmetric.length;
    double[][] a = Arrays.stream(symmetric).map(double[]::clone).toArray(double[][]::new);
    for (int sweep = 0; sweep < 60; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, p, q);
        }
      }
    }
    double[] values = new double[n];
    Arrays.setAll(values, i -> a[i][i]);
    return values;
  }

  private static void rotate(double[][] a, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
    }
  }
}
