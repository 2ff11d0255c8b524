package io.podflow.domain.portfolio.day;

import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.lifecycle.LifecycleOutcome;
import io.podflow.domain.lifecycle.PodAlert;
import io.podflow.domain.lifecycle.PodDay;
import io.podflow.domain.lifecycle.PodLife;
import io.podflow.domain.lifecycle.PodLifecycle;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.pod.DayReport;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of all pods at the end of a UTC day, between the day's returns and the capital they
 * earn (decisions AC2, FP3). A pod is judged by its own account; what is sent, and how much capital
 * it has, plays no part, its correlation with the portfolio and its number of fills aside.
 */
public final class PodLifecycles {

  private final int correlationLookback;
  private final PodLifecycle[] lifecycles;

  public PodLifecycles(PortfolioLayout layout) {
    OrchestratorSettings settings = layout.settings();
    correlationLookback = settings.correlationLookback();
    lifecycles = new PodLifecycle[layout.podCount()];
    Arrays.setAll(
        lifecycles,
        p ->
            new PodLifecycle(
                settings.graduation(),
                settings.retirement(),
                settings.pageHinkley(),
                layout.pod(p),
                settings.movesThroughLifecycle(layout.pod(p))));
  }

  /** Every pod at its beginning. */
  public PodLife[] begin(PortfolioLayout layout) {
    PodLife[] lives = new PodLife[lifecycles.length];
    Arrays.setAll(lives, p -> begin(layout, p));
    return lives;
  }

  /** A pod at its beginning. */
  public PodLife begin(PortfolioLayout layout, int pod) {
    return lifecycles[pod].initialState(layout.pod(pod).initialState());
  }

  /**
   * Ends the day of every pod.
   *
   * @return whether a pod has retired today
   */
  public boolean endDay(
      PortfolioState state, @Nullable PodDecision[] decisions, DecisionBuilder builder) {
    boolean retired = false;
    double[] correlations = PortfolioCorrelation.of(state, correlationLookback);
    for (int p = 0; p < lifecycles.length; p++) {
      if (state.departed[p]) {
        continue;
      }
      PodDay day = day(state, p, decisions[p], correlations[p], builder.time);
      LifecycleOutcome outcome = lifecycles[p].onDay(state.lives[p], day);
      state.detectorScores[p] = outcome.before().isActive() ? outcome.detectorScore() : Double.NaN;
      write(state.pods[p], outcome, builder);
      retired |= outcome.hasRetired();
    }
    return retired;
  }

  private static PodDay day(
      PortfolioState state,
      int pod,
      @Nullable PodDecision decision,
      double correlation,
      long time) {
    DayReport report = decision == null ? null : decision.day();
    boolean allExcluded = decision != null && decision.allExcluded();
    long day = UtcDays.dayOf(time);
    long trades = state.trades[pod];
    double none = Double.NaN;
    return report == null
        ? new PodDay(day, none, none, none, none, none, 0, trades, correlation, allExcluded)
        : new PodDay(
            day,
            report.dailyReturn(),
            report.sharpe(),
            report.maxDrawdown(),
            report.drawdown(),
            report.calmar(),
            report.liveDays(),
            trades,
            correlation,
            allExcluded);
  }

  private static void write(String pod, LifecycleOutcome outcome, DecisionBuilder builder) {
    for (PodAlert alert : outcome.alerts()) {
      builder.event(EventKind.LIFECYCLE, pod, "", alert.level().severity(), alert.message());
    }
    if (outcome.hasChangedState()) {
      builder.change(
          EventKind.LIFECYCLE,
          pod,
          outcome.before().name(),
          outcome.after().name(),
          severity(outcome.after()),
          outcome.reason());
    }
    if (outcome.before().isActive()) {
      MonitorRow row = MonitorRows.of(builder.time, pod, outcome.monitors());
      if (row != null) {
        builder.monitors.add(row);
      }
    }
  }

  private static Severity severity(LifecycleState entered) {
    return switch (entered) {
      case INCUBATION, PRODUCTION -> Severity.INFO;
      case WARNING, PROBATION -> Severity.WARNING;
      case RETIRED -> Severity.CRITICAL;
    };
  }
}
