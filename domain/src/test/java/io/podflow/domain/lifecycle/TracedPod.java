package io.podflow.domain.lifecycle;

import io.podflow.domain.metrics.Performance;
import io.podflow.domain.settings.LifecycleState;

/** A pod that lives day after day, with the figures that its account would show. */
final class TracedPod {

  final PodLife life;

  private final PodLifecycle lifecycle;
  private final Performance performance = new Performance();
  private long day;

  TracedPod(PodLifecycle lifecycle, LifecycleState state, long firstDay) {
    this.lifecycle = lifecycle;
    this.life = lifecycle.initialState(state);
    this.day = firstDay - 1;
  }

  /** The next day, with all symbols free to trade. */
  LifecycleOutcome day(double dailyReturn) {
    return day(dailyReturn, false);
  }

  LifecycleOutcome day(double dailyReturn, boolean allExcluded) {
    day++;
    if (Double.isNaN(dailyReturn)) {
      double none = Double.NaN;
      return lifecycle.onDay(
          life, new PodDay(day, none, none, none, none, none, 0, 100, none, allExcluded));
    }
    performance.add(dailyReturn);
    return lifecycle.onDay(
        life,
        new PodDay(
            day,
            dailyReturn,
            performance.sharpeRatio(),
            performance.maxDrawdown(),
            performance.currentDrawdown(),
            performance.meanCalmar(),
            performance.liveDays(),
            100,
            Double.NaN,
            allExcluded));
  }

  /** So many quiet days that earn a little, with some dispersion; the last outcome. */
  LifecycleOutcome goodDays(int days) {
    LifecycleOutcome outcome = LifecycleOutcome.idle(life);
    for (int i = 0; i < days; i++) {
      outcome = day(i % 2 == 0 ? 0.012 : -0.008);
    }
    return outcome;
  }

  long daysInState() {
    return life.daysInState(day);
  }
}
