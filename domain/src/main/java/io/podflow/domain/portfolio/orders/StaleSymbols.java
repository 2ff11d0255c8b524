package io.podflow.domain.portfolio.orders;

import io.podflow.domain.execution.Crossing;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.Why;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PodShare;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.broker.Broker;

/**
 * Closes what is held in a symbol whose bars have stopped, at its last close and at the step that
 * makes it stale (decisions EX2, FP13, FP19).
 */
public final class StaleSymbols {

  private final PortfolioLayout layout;
  private final Broker broker;

  public StaleSymbols(PortfolioLayout layout, Broker broker) {
    this.layout = layout;
    this.broker = broker;
  }

  public void close(PortfolioState state, DecisionBuilder builder) {
    for (int s = 0; s < state.symbols.length; s++) {
      int missing = state.missed[s] - layout.settings().staleAfterBars();
      // The count stays as it is at closes that are not the symbol's own.
      if (missing >= 0 && layout.finestTimeframe(s).closesAt(builder.time)) {
        if (missing == 0) {
          warn(state, s, builder);
        }
        forget(state, s);
        dropWaiting(state, s, builder);
        closePosition(state, s, builder);
      }
    }
  }

  private static void warn(PortfolioState state, int s, DecisionBuilder builder) {
    builder.event(
        EventKind.DATA,
        state.symbols[s],
        Severity.WARNING,
        "stale after "
            + state.missed[s]
            + " missed closes; what is held is closed at the last close, "
            + state.ledger.marks[s]);
  }

  private void dropWaiting(PortfolioState state, int s, DecisionBuilder builder) {
    Trade trade = state.waiting[s];
    if (trade != null) {
      broker.abandon(state, trade, DecisionBuilder.NO_OPEN, builder);
    }
  }

  /**
   * Gets rid of all that is held of a symbol, at its last close: what pods hold against each other
   * crosses at once, the rest is sold or bought back (decision TR3 (a)).
   */
  void closePosition(PortfolioState state, int s, DecisionBuilder builder) {
    if (state.waiting[s] != null) {
      return;
    }
    Crossing crossing = Crossing.of(changes(state, s));
    ForcedCrosses.crossOut(state, s, crossing.crossed(), builder);
    double[] rest = changes(state, s);
    Why why = Why.all(Cause.STALE, rest.length);
    double price = state.ledger.marks[s];
    Trade trade = Trade.whole(s, builder.time, why, price, rest, Crossing.of(rest));
    if (trade.hasOrder()) {
      broker.closeStale(state, trade, builder);
    }
  }

  private static double[] changes(PortfolioState state, int s) {
    double[] changes = new double[state.pods.length];
    for (int p = 0; p < changes.length; p++) {
      changes[p] = 0.0 - state.ledger.quantities[p][s];
    }
    return changes;
  }

  /** Nothing is wanted of it any more, and nothing is remembered of why it was held. */
  private static void forget(PortfolioState state, int s) {
    state.followed[s] = 0;
    for (PodShare[] pod : state.shares) {
      pod[s].drop();
    }
  }
}
