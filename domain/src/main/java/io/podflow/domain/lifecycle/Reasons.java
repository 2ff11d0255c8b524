package io.podflow.domain.lifecycle;

import static io.podflow.domain.metrics.Thresholds.text;

/** Why a pod has changed its state, in words. */
final class Reasons {

  private Reasons() {}

  static String of(Condition condition, PodLife life, PodDay day) {
    long days = life.daysInState(day.day());
    return switch (condition) {
      case RUINED -> "ruined";
      case DRAWDOWN_BREACHED ->
          "drawdown " + text(day.maxDrawdown()) + " has reached retirement.max_drawdown_breach";
      case LOSS_MONTHS_REACHED -> life.lossMonths.inARow + " losing 30-day months in a row";
      case GRADUATES -> "graduates with Sharpe " + text(day.sharpe());
      case INCUBATION_OVER -> "not graduated within " + days + " days";
      case ALL_EXCLUDED -> "all assets are excluded";
      case DEGRADED -> "the returns have fallen: detector score " + score(life);
      case BELOW_SHARPE_FLOOR ->
          "90-day Sharpe "
              + text(Conditions.rollingSharpe(life))
              + " is below retirement.rolling_sharpe_floor";
      case RECOVERED -> "recovered: detector score " + score(life) + " after " + days + " days";
      case WARNING_OVER -> "not recovered within " + days + " days";
      case REHABILITATED ->
          "rehabilitated with Sharpe " + text(day.sharpe()) + " and detector score " + score(life);
      case PROBATION_OVER -> "not rehabilitated within " + days + " days";
    };
  }

  private static String score(PodLife life) {
    return text(life.detector.score());
  }
}
