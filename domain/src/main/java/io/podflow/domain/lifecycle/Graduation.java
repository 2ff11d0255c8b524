package io.podflow.domain.lifecycle;

import static io.podflow.domain.metrics.Thresholds.isWithin;
import static io.podflow.domain.metrics.Thresholds.reaches;

import io.podflow.domain.settings.GraduationSettings;
import org.jspecify.annotations.Nullable;

/** Whether a pod has shown enough to leave INCUBATION (docs/lifecycle.md, decision AC6). */
final class Graduation {

  private final GraduationSettings settings;
  private final @Nullable Double expectedSharpe;

  /**
   * @param expectedSharpe annualised, from research; null when the pod gives none
   */
  Graduation(GraduationSettings settings, @Nullable Double expectedSharpe) {
    this.settings = settings;
    this.expectedSharpe = expectedSharpe;
  }

  boolean isPassedBy(PodDay day) {
    return day.liveDays() >= settings.minLiveDays()
        && hasSharpe(day)
        && isWithin(day.maxDrawdown(), settings.maxDrawdown())
        && day.tradeCount() >= settings.minTradeCount()
        && reaches(day.calmar(), settings.minCalmar())
        && isUnlikeThePortfolio(day.portfolioCorrelation())
        && isAsExpected(day.sharpe());
  }

  /** The part of it that a pod in PROBATION has to show as well. */
  boolean hasSharpe(PodDay day) {
    return reaches(day.sharpe(), settings.minSharpe());
  }

  private boolean isUnlikeThePortfolio(double correlation) {
    return Double.isNaN(correlation) || isWithin(correlation, settings.maxPortfolioCorrelation());
  }

  /** Multiplied out, so that an expectation of 0 divides nothing. */
  private boolean isAsExpected(double sharpe) {
    return expectedSharpe == null
        || isWithin(
            Math.abs(sharpe - expectedSharpe),
            settings.maxBacktestLiveGap() * Math.abs(expectedSharpe));
  }
}
