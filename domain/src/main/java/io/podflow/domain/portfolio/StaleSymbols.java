package io.podflow.domain.portfolio;

import io.podflow.domain.execution.Crossing;
import io.podflow.domain.execution.OrderReason;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.settings.Roster;

/**
 * Closes what is held in a symbol whose bars have stopped, at its last close and at the step that
 * makes it stale (decisions EX2, FP13, FP19).
 */
final class StaleSymbols {

  private final Roster roster;
  private final Broker broker;

  StaleSymbols(Roster roster, Broker broker) {
    this.roster = roster;
    this.broker = broker;
  }

  void close(PortfolioState state, CloseJournal journal) {
    for (int s = 0; s < state.symbols.length; s++) {
      int missing = state.missed[s] - roster.settings().staleAfterBars();
      // The count stays as it is at closes that are not the symbol's own.
      if (missing >= 0 && roster.finestTimeframe(s).closesAt(journal.time)) {
        if (missing == 0) {
          warn(state, s, journal);
        }
        dropWaiting(state, s, journal);
        closePosition(state, s, journal);
      }
    }
  }

  private static void warn(PortfolioState state, int s, CloseJournal journal) {
    journal.event(
        EventKind.DATA,
        state.symbols[s],
        Severity.WARNING,
        "stale after "
            + state.missed[s]
            + " missed closes; what is held is closed at the last close, "
            + state.ledger.marks[s]);
  }

  private void dropWaiting(PortfolioState state, int s, CloseJournal journal) {
    Trade trade = state.waiting[s];
    if (trade != null) {
      broker.abandon(state, trade, journal);
    }
  }

  /** Sells or buys back all that is held of a symbol, at its last close. */
  void closePosition(PortfolioState state, int s, CloseJournal journal) {
    double[] changes = new double[state.pods.length];
    boolean held = false;
    for (int p = 0; p < changes.length; p++) {
      double quantity = state.ledger.quantities[p][s];
      changes[p] = 0.0 - quantity;
      held |= quantity != 0;
    }
    if (held) {
      double price = state.ledger.marks[s];
      Trade trade =
          Trade.whole(s, journal.time, OrderReason.STALE, price, changes, Crossing.of(changes));
      broker.closeStale(state, trade, journal);
    }
  }
}
