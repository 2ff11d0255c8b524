package io.podflow.domain.lifecycle;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * A straight line through most of a path, by random sample consensus (Fischler and Bolles, 1981):
 * lines through random halves of the points are tried, and the one is refined that the most points
 * lie near. Near means within the median absolute deviation of the values.
 *
 * <p>The generator starts from the same seed every time, so a path has one line.
 */
record RobustLine(double intercept, double slope, double near) {

  static final long SEED = 42;
  static final int TRIALS = 50;

  /** Keeps points that lie on the line, or on its rim, from being lost by rounding. */
  private static final double ROUNDING = 1e-12;

  /** The line through values at 0, 1, 2, … */
  static RobustLine through(double[] path) {
    double near = medianAbsoluteDeviation(path) + ROUNDING;
    Random random = new Random(SEED);
    int[] order = new int[path.length];
    Arrays.setAll(order, i -> i);
    RobustLine best = fit(path, all(path.length), near);
    int most = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      shuffleHalf(order, random);
      RobustLine line = fit(path, Arrays.copyOf(order, half(path.length)), near);
      int count = line.inliers(path).length;
      if (count > most) {
        most = count;
        best = line;
      }
    }
    int[] inliers = best.inliers(path);
    return inliers.length < 2 ? best : fit(path, inliers, near);
  }

  double at(int place) {
    return intercept + slope * place;
  }

  /** |residuals| of the points near the line; of all points when none is. */
  double[] inlierResiduals(double[] path) {
    int[] inliers = inliers(path);
    int[] places = inliers.length == 0 ? all(path.length) : inliers;
    return Arrays.stream(places).mapToDouble(i -> Math.abs(path[i] - at(i))).toArray();
  }

  private int[] inliers(double[] path) {
    int[] inliers = new int[path.length];
    int n = 0;
    for (int i = 0; i < path.length; i++) {
      if (Math.abs(path[i] - at(i)) <= near) {
        inliers[n++] = i;
      }
    }
    return Arrays.copyOf(inliers, n);
  }

  private static RobustLine fit(double[] path, int[] places, double near) {
    SimpleRegression regression = new SimpleRegression();
    for (int i : places) {
      regression.addData(i, path[i]);
    }
    return new RobustLine(regression.getIntercept(), regression.getSlope(), near);
  }

  /** Brings a random half to the front, each with the same probability. */
  private static void shuffleHalf(int[] order, Random random) {
    for (int i = 0; i < half(order.length); i++) {
      int j = i + random.nextInt(order.length - i);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
  }

  private static int half(int n) {
    return (n + 1) / 2;
  }

  private static int[] all(int n) {
    int[] places = new int[n];
    Arrays.setAll(places, i -> i);
    return places;
  }

  private static double medianAbsoluteDeviation(double[] values) {
    double median = median(values);
    return median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
