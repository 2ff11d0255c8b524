package io.podflow.domain.pod;

import io.podflow.domain.metrics.Performance;

/**
 * The pod's own account, close by close: what one unit of money has become by the pod's decisions
 * alone (decisions AC1, EV8). It never falls below 0: at the close at which it would reach 0 or
 * less the pod is ruined, the account is 0 and stays so (decision RU1). The return of that day is
 * −1, that of every later day 0.
 */
final class PodAccount {

  private PodAccount() {}

  /**
   * Takes in the return of a close.
   *
   * @param periodReturn fraction, net of costs
   * @return whether the account is used up at this very close
   */
  static boolean earn(PodState state, double periodReturn) {
    if (state.ruined) {
      return false;
    }
    double value = state.dayValue * (1 + periodReturn);
    state.ruined = isUsedUp(value) || state.performance.index <= 0;
    state.dayValue = state.ruined ? 0 : value;
    return state.ruined;
  }

  /** Whether a day that ends at {@code value} of its start has a return of −1 or worse. */
  private static boolean isUsedUp(double value) {
    return value - 1 <= -1;
  }

  /** Ends a UTC day. */
  static DayReport endDay(PodState state) {
    double dailyReturn = state.dayValue - 1;
    double funding = state.dayFunding;
    state.dayValue = 1;
    state.dayFunding = 0;
    Performance performance = state.performance;
    performance.add(dailyReturn);
    return new DayReport(
        dailyReturn,
        1 + performance.totalReturn(),
        performance.sharpeRatio(),
        performance.maxDrawdown(),
        performance.currentDrawdown(),
        performance.meanCalmar(),
        performance.liveDays(),
        funding);
  }
}
