package io.podflow.domain.lifecycle;

import io.podflow.domain.metrics.ReturnWindow;
import java.util.Arrays;

/**
 * Whether the pod still earns: a robust line through its compounded return over the last 180 days
 * (docs/lifecycle.md), and a lower bound that most days on the line have kept above.
 *
 * @param slope of the line, fraction of the start per day
 * @param lowerBound the line today less the 95 % quantile of the |residuals| of its inliers
 * @param cumulative compounded return over the window, fraction
 * @param detected whether either sign is there: no rise, or below the bound
 * @param level WARNING for one sign, CRITICAL for both
 */
public record AlphaDecay(
    double slope, double lowerBound, double cumulative, boolean detected, AlertLevel level) {

  static final int WINDOW = 180;
  static final int MIN_RETURNS = 60;

  static final AlphaDecay UNKNOWN =
      new AlphaDecay(Double.NaN, Double.NaN, Double.NaN, false, AlertLevel.NORMAL);

  private static final double QUANTILE = 0.95;

  static AlphaDecay of(ReturnWindow returns) {
    if (returns.size() < MIN_RETURNS) {
      return UNKNOWN;
    }
    double[] path = compounded(returns.last(WINDOW));
    RobustLine line = RobustLine.through(path);
    int today = path.length - 1;
    double bound = line.at(today) - quantile(line.inlierResiduals(path));
    boolean flat = line.slope() <= 0;
    boolean below = path[today] < bound;
    AlertLevel level = AlertLevel.ofSigns(flat, below);
    return new AlphaDecay(line.slope(), bound, path[today], flat || below, level);
  }

  private static double[] compounded(double[] returns) {
    double[] path = new double[returns.length];
    double value = 1;
    for (int i = 0; i < path.length; i++) {
      value *= 1 + returns[i];
      path[i] = value - 1;
    }
    return path;
  }

  /** Linear between the values next to it. */
  private static double quantile(double[] residuals) {
    Arrays.sort(residuals);
    double place = QUANTILE * (residuals.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, residuals.length - 1);
    return residuals[below] + (place - below) * (residuals[above] - residuals[below]);
  }
}
