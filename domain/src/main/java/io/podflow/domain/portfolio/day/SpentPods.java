package io.podflow.domain.portfolio.day;

import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;

/**
 * Pods that have lost all the capital they were given, or more, though their own account goes on
 * (decision RU1): their share of equity is 0 until capital is shared again. Told once each time.
 */
public final class SpentPods {

  private SpentPods() {}

  public static void note(PortfolioState state, DecisionBuilder builder) {
    for (int p = 0; p < state.pods.length; p++) {
      double capital = state.ledger.capital(p);
      boolean spent = !state.ruined && state.isActive(p) && isSpent(capital, state.fractions[p]);
      if (spent && !state.spent[p]) {
        builder.event(
            EventKind.RISK,
            state.pods[p],
            "",
            Severity.WARNING,
            "capital in the portfolio used up: "
                + capital
                + "; the pod's share is 0 until capital is shared again");
      }
      state.spent[p] = spent;
    }
  }

  /** A pod that was given nothing has lost nothing. */
  private static boolean isSpent(double capital, double fraction) {
    return capital < 0 || (capital <= 0 && fraction > 0);
  }
}
