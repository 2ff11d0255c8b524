package io.podflow.domain.portfolio.broker;

import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;

/**
 * Takes over the quantities that the exchange side holds. What there is more or less of a symbol is
 * shared by the pods that hold it, as they hold it; when none does, the first pod that may hold
 * capital gets it, and its targets decide what is kept. Nobody gains or loses by it: it is booked
 * at the last close.
 */
public final class Adoption {

  private Adoption() {}

  public static void adopt(PortfolioState state, PositionSnapshot snapshot) {
    for (int s = 0; s < state.symbols.length; s++) {
      String symbol = state.symbols[s];
      PositionReport report =
          snapshot.positions().stream()
              .filter(position -> position.symbol().equals(symbol))
              .findFirst()
              .orElse(new PositionReport(symbol, 0, 0, 0));
      double change = Quantity.orZero(report.quantity() - state.ledger.quantity(s));
      if (change != 0) {
        state.exchange.leaveUnfinished(s);
        share(state, s, change);
        state.ledger.averagePrices[s] = report.averagePrice();
      }
    }
  }

  private static void share(PortfolioState state, int s, double change) {
    double held = 0;
    for (double[] pod : state.ledger.quantities) {
      held += Math.abs(pod[s]);
    }
    int receiver = firstActive(state);
    for (int p = 0; p < state.pods.length; p++) {
      double alone = p == receiver ? 1 : 0;
      double part = held == 0 ? alone : Math.abs(state.ledger.quantities[p][s]) / held;
      if (part != 0) {
        state.ledger.adopt(p, s, change * part);
        state.shares[p][s].adopted = true;
      }
    }
  }

  private static int firstActive(PortfolioState state) {
    for (int p = 0; p < state.pods.length; p++) {
      if (state.isActive(p)) {
        return p;
      }
    }
    return 0;
  }
}
