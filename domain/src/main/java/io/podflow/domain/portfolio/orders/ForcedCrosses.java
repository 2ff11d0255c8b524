package io.podflow.domain.portfolio.orders;

import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.Why;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What pods have to give up and can only give to each other (decision TR3): shares that sum to 0
 * make no order, and so there may never be a fill or an open at which they would meet. They cross
 * at the mark, free of cost.
 */
public final class ForcedCrosses {

  private final ForcedChanges forcedChanges;
  private final int staleAfter;

  public ForcedCrosses(ForcedChanges forcedChanges, int staleAfter) {
    this.forcedChanges = forcedChanges;
    this.staleAfter = staleAfter;
  }

  /** At every close, after the lifecycle and before capital is shared. */
  public void cross(PortfolioState state, DecisionBuilder builder) {
    for (int s = 0; s < state.symbols.length; s++) {
      Trade open = state.waiting[s];
      boolean orderOpen = open != null && open.hasOrder();
      if (state.seen[s] && state.missed[s] < staleAfter && !orderOpen) {
        cross(state, s, builder);
      }
    }
  }

  private void cross(PortfolioState state, int s, DecisionBuilder builder) {
    double[] changes = new double[state.pods.length];
    @Nullable Cause[] causes = new Cause[changes.length];
    double sum = 0;
    for (int p = 0; p < changes.length; p++) {
      if (!forcedChanges.mayBeForced(state, p, s)) {
        continue;
      }
      double wanted = wanted(state, p, s);
      if (forcedChanges.staysForced(state, p, s, wanted)) {
        changes[p] = wanted - state.ledger.quantities[p][s];
        causes[p] = changes[p] == 0 ? null : cause(state, p, s);
        sum += changes[p];
      }
    }
    double largest = Quantity.largest(changes);
    if (largest > 0 && Quantity.isZero(sum, largest)) {
      state.waiting[s] = null;
      Why why = new Why(Cause.LIFECYCLE, causes, true, Double.NaN);
      double mark = state.ledger.marks[s];
      book(state, Trade.atMark(s, builder.time, why, mark, changes), builder);
    }
  }

  /** What the pod wanted under the scales of the last close; of what is forced mostly 0. */
  private static double wanted(PortfolioState state, int p, int s) {
    double target = state.targets[p][s] * state.riskScale;
    double equity = state.ledger.equity();
    return target == 0
        ? 0
        : target * state.tradingShare(p, equity) * equity / state.ledger.marks[s];
  }

  private static Cause cause(PortfolioState state, int p, int s) {
    if (state.departed[p]) {
      return Cause.ORPHAN;
    }
    TargetFactors standing = state.shares[p][s].standing;
    if (!state.isActive(p) || (standing != null && standing.ruined())) {
      return Cause.LIFECYCLE;
    }
    if (standing != null && standing.stopped()) {
      return Cause.STOP;
    }
    if (standing != null && standing.multiplier() == 0) {
      return Cause.SELECTOR;
    }
    return state.riskScale == 0 ? Cause.RISK : Cause.ORPHAN;
  }

  /** What is opposite among the shares of a symbol that are all to go (TR3 (a)). */
  static void crossOut(PortfolioState state, int s, double[] crossed, DecisionBuilder builder) {
    if (Quantity.largest(crossed) > 0) {
      Why why = Why.all(Cause.STALE, crossed.length);
      double mark = state.ledger.marks[s];
      book(state, Trade.atMark(s, builder.time, why, mark, crossed), builder);
    }
  }

  private static void book(PortfolioState state, Trade trade, DecisionBuilder builder) {
    Execution execution = new Execution(trade, builder.time, trade.referencePrice(), 0, 0, "");
    state.book(execution);
    builder.executed(execution);
  }
}
