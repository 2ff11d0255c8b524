package io.podflow.domain.allocation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The solver behind {@link RiskParity}: finds y > 0 with {@code y[i] * (C y)[i] = 1} for all i, the
 * minimum of ½ y'Cy − Σ ln(y).
 *
 * <p>First cyclical coordinate descent, each coordinate the positive root of a quadratic: a sweep
 * costs n², and with the correlations of real markets each one gains about a digit. Then Newton
 * steps, which square the error and do not mind strong negative or perfect correlations. The
 * function is self-concordant, so the step 1 / (1 + decrement) always converges where a minimum
 * exists; where none does, y grows without end, and the solver gives up.
 */
final class EqualRiskSolver {

  /** Relative difference of contributions at which the solution is good: a tenth of FP27. */
  private static final double GOAL = 5e-12;

  /** Relative move of a sweep after which one Newton step reaches the goal. */
  private static final double NEAR = 1e-5;

  /** An error below this that no longer halves is rounding, and as good as it gets. */
  private static final double ROUNDING = 1e-6;

  private static final int MAX_SWEEPS = 12;
  private static final int MAX_STEPS = 100;

  /** Newton's decrement below which its full step is taken. */
  private static final double FULL_STEP = 0.25;

  /** Beyond this the portfolio's risk is rounding error: there is no minimum. */
  private static final double UNBOUNDED = 1e4;

  private final int n;
  private final double[][] c;
  private final double[] y;
  private final double[] gradient;
  private final double[] step;
  private final double[][] hessian;

  private EqualRiskSolver(double[][] c) {
    this.n = c.length;
    this.c = c;
    this.y = new double[n];
    this.gradient = new double[n];
    this.step = new double[n];
    this.hessian = new double[n][n];
  }

  /** The solution for a positive semidefinite matrix, or null when it has none. */
  static double @Nullable [] solve(double[][] c) {
    EqualRiskSolver problem = new EqualRiskSolver(c);
    problem.start();
    problem.descend();
    return problem.polish() ? problem.y : null;
  }

  /** The exact solution for holdings that are alike, as far as the row sums tell. */
  private void start() {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += c[i][j];
      }
      y[i] = 1 / Math.sqrt(Math.max(sum, 1.0 / n));
    }
    multiply();
  }

  private void descend() {
    double moved = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < MAX_SWEEPS && moved > NEAR; sweep++) {
      moved = sweep();
    }
  }

  /** Moves every coordinate to its own minimum; returns the largest relative move. */
  private double sweep() {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double[] row = c[i];
      double old = y[i];
      double others = gradient[i] - row[i] * old;
      double root = Math.sqrt(others * others + 4 * row[i]);
      y[i] = others > 0 ? 2 / (others + root) : (root - others) / (2 * row[i]);
      double change = y[i] - old;
      for (int j = 0; j < n; j++) {
        gradient[j] += change * row[j];
      }
      largest = Math.max(largest, Math.abs(change) / y[i]);
    }
    return largest;
  }

  private boolean polish() {
    double previous = Double.POSITIVE_INFINITY;
    for (int k = 0; k < MAX_STEPS; k++) {
      multiply();
      double error = error();
      if (error <= GOAL || (error < ROUNDING && error > previous / 2)) {
        return true;
      }
      if (!newton()) {
        return false;
      }
      previous = error;
    }
    return false;
  }

  private void multiply() {
    Arrays.fill(gradient, 0);
    for (int i = 0; i < n; i++) {
      double[] row = c[i];
      double factor = y[i];
      for (int j = 0; j < n; j++) {
        gradient[j] += factor * row[j];
      }
    }
  }

  private double error() {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.abs(1 - y[i] * gradient[i]));
    }
    return largest;
  }

  /** One damped step; false when y has left the range in which a solution can be. */
  private boolean newton() {
    for (int i = 0; i < n; i++) {
      step[i] = 1 - y[i] * gradient[i];
    }
    curvature();
    Cholesky.factorise(hessian);
    Cholesky.solve(hessian, step);
    double decrement = decrement();
    double length = decrement < FULL_STEP ? 1 : 1 / (1 + decrement);
    for (int i = 0; i < n; i++) {
      y[i] *= 1 + length * step[i];
      if (!(y[i] > 0 && y[i] < UNBOUNDED)) {
        return false;
      }
    }
    return true;
  }

  /** The length of the step in the metric of the Hessian. */
  private double decrement() {
    double square = 0;
    for (int i = 0; i < n; i++) {
      square += step[i] * (1 - y[i] * gradient[i]);
    }
    return Math.sqrt(square);
  }

  /** The Hessian I + YCY, for steps that are measured in units of y. */
  private void curvature() {
    for (int i = 0; i < n; i++) {
      double[] row = c[i];
      double[] target = hessian[i];
      for (int j = i; j < n; j++) {
        target[j] = y[i] * row[j] * y[j];
      }
      target[i] += 1;
    }
  }
}
