package io.podflow.domain.capital;

import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.TurnoverSettings;
import org.jspecify.annotations.Nullable;

/**
 * How far one rebalance may move capital (requirements A1 to A3, decision CA9).
 *
 * <p>First each pod's own move is cut, then all moves shrink in proportion until their sum fits.
 * The sum of fractions stays at most 1: where cuts held back a fall but let a rise through, rises
 * shrink in proportion. A RETIRED pod goes to 0 at once and counts in none of this.
 */
public final class TurnoverLimit {

  private final double perPod;
  private final double total;

  /**
   * @param settings null for no limits
   */
  public TurnoverLimit(@Nullable TurnoverSettings settings) {
    this.perPod =
        settings == null ? Double.POSITIVE_INFINITY : settings.maxPodTurnoverPerRebalance();
    this.total =
        settings == null ? Double.POSITIVE_INFINITY : settings.maxTotalTurnoverPerRebalance();
  }

  /**
   * The fractions that may take effect, in configured order.
   *
   * @param previous each pod's current share of equity (FP9)
   * @param wanted the share that it should have
   */
  public double[] limit(LifecycleState[] states, double[] previous, double[] wanted) {
    double[] fractions = new double[wanted.length];
    for (int i = 0; i < fractions.length; i++) {
      fractions[i] = states[i].isActive() ? nearer(previous[i], wanted[i]) : 0;
    }
    shrinkMoves(states, previous, fractions);
    fitIntoWhole(states, previous, fractions);
    return fractions;
  }

  /** The sum of |move| over pods that are not RETIRED. */
  static double turnover(LifecycleState[] states, double[] previous, double[] fractions) {
    double sum = 0;
    for (int i = 0; i < fractions.length; i++) {
      if (states[i].isActive()) {
        sum += Math.abs(fractions[i] - previous[i]);
      }
    }
    return sum;
  }

  private double nearer(double previous, double wanted) {
    return Math.min(previous + perPod, Math.max(previous - perPod, wanted));
  }

  private void shrinkMoves(LifecycleState[] states, double[] previous, double[] fractions) {
    double turnover = turnover(states, previous, fractions);
    if (turnover <= total) {
      return;
    }
    for (int i = 0; i < fractions.length; i++) {
      if (states[i].isActive()) {
        fractions[i] = previous[i] + (fractions[i] - previous[i]) * (total / turnover);
      }
    }
  }

  private static void fitIntoWhole(LifecycleState[] states, double[] previous, double[] fractions) {
    double sum = 0;
    double rises = 0;
    for (int i = 0; i < fractions.length; i++) {
      sum += fractions[i];
      rises += states[i].isActive() ? Math.max(0, fractions[i] - previous[i]) : 0;
    }
    double excess = sum - 1;
    if (excess <= 0) {
      return;
    }
    double taken = Math.min(1, excess / rises);
    for (int i = 0; i < fractions.length; i++) {
      if (states[i].isActive() && fractions[i] > previous[i]) {
        fractions[i] -= (fractions[i] - previous[i]) * taken;
      }
    }
    if (excess > rises) {
      scale(fractions, 1 / (sum - rises));
    }
  }

  /** The shares exceeded 1 from the start: the whole comes before the limits. */
  private static void scale(double[] fractions, double factor) {
    for (int i = 0; i < fractions.length; i++) {
      fractions[i] *= factor;
    }
  }
}
