package io.podflow.domain.portfolio.day;

import io.podflow.domain.journal.PodRow;
import io.podflow.domain.pod.DayReport;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the pods' own accounts report at the end of a UTC day (decision FP2). */
public final class DayEnd {

  private static final DayReport NOT_BEGUN =
      new DayReport(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

  private DayEnd() {}

  /** Remembers the day's returns, from the first day on that any pod has one. */
  public static void record(PortfolioState state, @Nullable PodDecision[] decisions) {
    double[] day = new double[decisions.length];
    Arrays.fill(day, Double.NaN);
    boolean any = state.dailyReturns.hasBegun();
    for (int p = 0; p < day.length; p++) {
      DayReport report = reportOf(decisions[p]);
      if (report != null) {
        day[p] = report.dailyReturn();
        state.liveDays[p] = report.liveDays();
        state.drawdowns[p] = report.drawdown();
        any = true;
      }
    }
    if (any) {
      state.dailyReturns.add(day);
    }
  }

  /**
   * One row per pod, once any pod has ended a day. A pod whose capital has just become reserve has
   * its last one when it has still earned something that day.
   */
  public static void writePods(
      PortfolioState state, @Nullable PodDecision[] decisions, DecisionBuilder builder) {
    for (int p = 0; state.dailyReturns.hasBegun() && p < decisions.length; p++) {
      double earned = state.ledger.takeEarned(p);
      if (state.isGone(p) && earned == 0) {
        continue;
      }
      PodDecision decision = decisions[p];
      DayReport report = Objects.requireNonNullElse(reportOf(decision), NOT_BEGUN);
      builder.pods.add(
          new PodRow(
              builder.time,
              state.pods[p],
              state.lives[p].state.name(),
              state.fractions[p],
              state.ledger.capital(p),
              decision == null ? 0.0 : decision.grossTarget(),
              report.dailyReturn(),
              report.index(),
              earned,
              report.funding(),
              report.sharpe(),
              report.maxDrawdown(),
              report.drawdown(),
              state.detectorScores[p],
              report.liveDays()));
    }
  }

  private static @Nullable DayReport reportOf(@Nullable PodDecision decision) {
    return decision == null ? null : decision.day();
  }
}
