package io.podflow.domain.portfolio.orders;

import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;

/** Says when shorts of a symbol begin to be cut back on a spot market, and when no more (EX6). */
public final class ClippedShorts {

  private ClippedShorts() {}

  public static void note(PortfolioState state, boolean[] clipped, DecisionBuilder builder) {
    for (int s = 0; s < clipped.length; s++) {
      if (clipped[s] != state.clipped[s]) {
        state.clipped[s] = clipped[s];
        builder.event(
            EventKind.RISK,
            state.symbols[s],
            clipped[s] ? Severity.WARNING : Severity.INFO,
            clipped[s]
                ? "net short cut back to 0: the market is spot"
                : "no net short is wanted any more");
      }
    }
  }
}
