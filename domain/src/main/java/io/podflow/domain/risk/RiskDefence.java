package io.podflow.domain.risk;

import java.util.List;

/**
 * What a critical alert sets off, and how it ends (decision CA4): all targets at 0 from its close
 * on, at {@code 1/n, 2/n, ..., 1} of their size on the UTC days after it. Days are those of the
 * calendar, however many closes they have. Every close with a critical alert starts over.
 */
public final class RiskDefence {

  private final int steps;

  /**
   * @param steps {@code risk_recovery_steps}, at least 1
   */
  public RiskDefence(int steps) {
    this.steps = steps;
  }

  /**
   * Takes in the alerts of a close.
   *
   * @param day UTC day that the close belongs to, epoch day
   */
  public void apply(RiskState state, long day, List<RiskAlert> alerts) {
    if (alerts.stream().anyMatch(RiskAlert::isCritical)) {
      state.defenceDay = day;
    }
  }

  /**
   * The factor on all targets, 0 to 1.
   *
   * @param day UTC day that the close belongs to, epoch day
   */
  public double scale(RiskState state, long day) {
    if (state.defenceDay == RiskState.NEVER) {
      return 1;
    }
    long recovered = day - state.defenceDay;
    return recovered >= steps ? 1 : (double) recovered / steps;
  }
}
