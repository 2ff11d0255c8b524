package io.podflow.domain.portfolio.day;

import io.podflow.domain.capital.CapitalInputs;
import io.podflow.domain.capital.CapitalRebalance;
import io.podflow.domain.capital.PodCapital;
import io.podflow.domain.capital.RebalanceOutcome;
import io.podflow.domain.capital.RebalanceSchedule;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.PodSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares capital between the pods when that is due (requirements L1, L4): a pod whose fraction is
 * applied gets fraction × equity, and the reserve takes the difference (decision CA1). Between
 * rebalances a pod's capital moves by its own results only.
 */
public final class Rebalancing {

  private final PortfolioLayout layout;
  private final RebalanceSchedule schedule;
  private final CapitalRebalance rebalance;

  public Rebalancing(PortfolioLayout layout) {
    this.layout = layout;
    this.schedule = new RebalanceSchedule(layout.settings());
    this.rebalance = new CapitalRebalance(layout.settings());
  }

  /** Runs at the end of a UTC day, from the first pod's first day on (decision FP20). */
  public void runIfDue(PortfolioState state, boolean retiredToday, DecisionBuilder builder) {
    state.dailyReturns.keep(rebalance.historyDays());
    if (state.ruined || !state.dailyReturns.hasBegun()) {
      return;
    }
    double equity = state.ledger.equity();
    if (!(equity > 0)) {
      return;
    }
    double[] shares = shares(state, equity);
    long day = UtcDays.dayOf(builder.time);
    String trigger =
        state.rebalanceDue
            ? RebalanceSchedule.CONFIGURATION
            : schedule.due(
                day,
                state.lastRebalanceDay,
                retiredToday,
                state.lifecycle(),
                shares,
                state.fractions);
    if (trigger != null) {
      state.rebalanceDue = false;
      state.lastRebalanceDay = day;
      apply(state, equity, shares, trigger, builder);
    }
  }

  private void apply(
      PortfolioState state,
      double equity,
      double[] shares,
      String trigger,
      DecisionBuilder builder) {
    RebalanceOutcome outcome =
        rebalance.rebalance(
            new CapitalInputs(
                podCapitals(state), state.dailyReturns.byPod, shares, TrendStrength.mean(state)));
    double turnover = 0;
    for (int p = 0; p < shares.length; p++) {
      if (outcome.applied()[p]) {
        state.fractions[p] = outcome.fractions()[p];
        state.ledger.setCapital(p, state.fractions[p] * equity);
      }
      if (!state.isGone(p)) {
        AllocationRow row = row(builder.time, p, trigger, outcome, shares[p]);
        builder.allocations.add(row);
        turnover += row.turnover();
      }
    }
    builder.event(
        EventKind.REBALANCE,
        "",
        Severity.INFO,
        trigger + (turnover > 0 ? ": turnover " + turnover : ": nothing moved"));
  }

  private AllocationRow row(
      long time, int pod, String trigger, RebalanceOutcome outcome, double previous) {
    boolean applied = outcome.applied()[pod];
    double fraction = applied ? outcome.fractions()[pod] : previous;
    return new AllocationRow(
        time,
        layout.pod(pod).podId(),
        trigger,
        outcome.methodWeights()[pod],
        outcome.lifecycleWeights()[pod],
        previous,
        fraction,
        Math.abs(fraction - previous),
        applied);
  }

  private static double[] shares(PortfolioState state, double equity) {
    double[] shares = new double[state.pods.length];
    for (int p = 0; p < shares.length; p++) {
      shares[p] = state.shareOfEquity(p, equity);
    }
    return shares;
  }

  /** What the sharing of capital has to know about each pod. */
  public List<PodCapital> podCapitals(PortfolioState state) {
    List<PodCapital> capitals = new ArrayList<>();
    for (int p = 0; p < state.pods.length; p++) {
      PodSettings pod = layout.pod(p);
      capitals.add(
          new PodCapital(
              pod.initialFraction(),
              pod.minFraction(),
              pod.maxFraction(),
              state.lives[p].state,
              state.liveDays[p],
              state.drawdowns[p]));
    }
    return capitals;
  }
}
