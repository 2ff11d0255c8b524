package io.podflow.domain.lifecycle;

import java.util.Arrays;

/**
 * A straight line through most of a path, by random sample consensus (Fischler and Bolles, 1981):
 * lines through {@link RandomHalves random halves} of the points are tried, and the one is refined
 * that the most points lie near. Near means within the median absolute deviation of the values.
 */
record RobustLine(double intercept, double slope, double near) {

  /** Keeps points that lie on the line, or on its rim, from being lost by rounding. */
  private static final double ROUNDING = 1e-12;

  /** Place of a double's sign. */
  private static final int SIGN = 63;

  /** The line through values at 0, 1, 2, … */
  static RobustLine through(double[] path) {
    double near = medianAbsoluteDeviation(path) + ROUNDING;
    RobustLine best = fit(path, all(path.length), near);
    int most = 0;
    for (RobustLine line : RandomHalves.of(path.length).lines(path, near)) {
      int count = line.countInliers(path);
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
      if (isNear(path, i)) {
        inliers[n++] = i;
      }
    }
    return Arrays.copyOf(inliers, n);
  }

  /** Without a branch: which points are near is not to be predicted, and this is all the work. */
  private int countInliers(double[] path) {
    int outliers = 0;
    for (int i = 0; i < path.length; i++) {
      double room = near - Math.abs(path[i] - at(i));
      outliers += (int) (Double.doubleToRawLongBits(room) >>> SIGN);
    }
    return path.length - outliers;
  }

  private boolean isNear(double[] path, int place) {
    return Math.abs(path[place] - at(place)) <= near;
  }

  /** Least squares through at least two points. */
  private static RobustLine fit(double[] path, int[] places, double near) {
    double middle = middle(path.length);
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int place : places) {
      double fromMiddle = place - middle;
      x += fromMiddle;
      y += path[place];
      xx += fromMiddle * fromMiddle;
      xy += fromMiddle * path[place];
    }
    return ofSums(places.length, x, y, xx, xy, near).from(middle);
  }

  /** Where places are counted from while they are summed, so that little cancels. */
  static double middle(int length) {
    return (length - 1) / 2.0;
  }

  /** Least squares by the sums over {@code n} points of x, y, x² and x·y. */
  static RobustLine ofSums(int n, double x, double y, double xx, double xy, double near) {
    double slope = (xy - x * y / n) / (xx - x * x / n);
    return new RobustLine((y - slope * x) / n, slope, near);
  }

  /** This line, with places counted from {@code place} places earlier. */
  RobustLine from(double place) {
    return new RobustLine(intercept - slope * place, slope, near);
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
