package io.podflow.domain.portfolio;

import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;

/**
 * Ends trading when equity is used up: shares of nothing have no meaning. From then on all targets
 * are 0, so that what is held is closed, and capital is not shared any more.
 */
final class Solvency {

  private Solvency() {}

  static void check(PortfolioState state, CloseJournal journal) {
    double equity = state.ledger.equity();
    if (!state.ruined && !(equity > 0)) {
      state.ruined = true;
      journal.event(
          EventKind.RISK,
          "",
          Severity.CRITICAL,
          "equity is used up (" + equity + "): all positions are closed, trading ends");
    }
  }
}
