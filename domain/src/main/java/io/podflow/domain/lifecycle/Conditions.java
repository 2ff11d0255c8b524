package io.podflow.domain.lifecycle;

import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.Thresholds;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.RetirementSettings;

/**
 * The answers to the {@link TransitionTable}'s questions, after the day has been counted.
 *
 * <p>On fewer than ten returns only three conditions can hold (decisions AC5, RU1): ruin, the
 * drawdown, and that all is excluded, since requirement D1 asks for no track record. Without a
 * return that day only time, months and exclusion are judged: the figures are old.
 */
final class Conditions {

  static final int MIN_RETURNS = 10;
  static final int MIN_WARNING_DAYS = 5;
  static final int MAX_WARNING_DAYS = 30;

  /** Days that {@code rolling_sharpe_floor} looks back, and returns it needs (decision AC6). */
  static final int ROLLING_DAYS = 90;

  static final int ROLLING_MIN_RETURNS = 60;

  private static final double DAYS_PER_YEAR = 365;

  private final GraduationSettings graduationSettings;
  private final RetirementSettings retirement;
  private final Graduation graduation;
  private final DegradationDetector detector;

  Conditions(
      GraduationSettings graduation,
      RetirementSettings retirement,
      DegradationDetector detector,
      PodSettings pod) {
    this.graduationSettings = graduation;
    this.retirement = retirement;
    this.graduation = new Graduation(graduation, pod.expectedSharpe());
    this.detector = detector;
  }

  boolean holds(Condition condition, PodLife life, PodDay day) {
    return switch (condition) {
      case RUINED -> day.isRuin();
      case DRAWDOWN_BREACHED ->
          day.hasReturn() && Thresholds.reaches(day.maxDrawdown(), retirement.maxDrawdownBreach());
      case ALL_EXCLUDED -> day.allExcluded();
      default -> life.returnCount >= MIN_RETURNS && holdsOnEnough(condition, life, day);
    };
  }

  private boolean holdsOnEnough(Condition condition, PodLife life, PodDay day) {
    long days = life.daysInState(day.day());
    return switch (condition) {
      case LOSS_MONTHS_REACHED -> life.lossMonths.inARow >= retirement.consecutiveLossMonths();
      case GRADUATES -> day.hasReturn() && graduation.isPassedBy(day);
      case INCUBATION_OVER -> days >= graduationSettings.maxIncubationDays();
      case DEGRADED -> day.hasReturn() && detector.fires(life.detector);
      case BELOW_SHARPE_FLOOR ->
          day.hasReturn()
              && life.returns.size() >= ROLLING_MIN_RETURNS
              && Thresholds.isBelow(rollingSharpe(life), retirement.rollingSharpeFloor());
      case RECOVERED ->
          mayRecover(day) && days >= MIN_WARNING_DAYS && detector.hasCalmedDown(life.detector);
      case WARNING_OVER -> days >= MAX_WARNING_DAYS;
      case REHABILITATED ->
          mayRecover(day) && graduation.hasSharpe(day) && detector.isSilent(life.detector);
      case PROBATION_OVER -> days >= retirement.probationDays();
      case RUINED, DRAWDOWN_BREACHED, ALL_EXCLUDED -> throw new AssertionError(condition);
    };
  }

  private static boolean mayRecover(PodDay day) {
    return day.hasReturn() && !day.allExcluded();
  }

  /** Annualised Sharpe ratio of the last 90 daily returns. */
  static double rollingSharpe(PodLife life) {
    return ReturnMetrics.sharpe(life.returns, ROLLING_DAYS, DAYS_PER_YEAR);
  }
}
