package io.podflow.domain.portfolio;

import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.metrics.EquityFall;
import io.podflow.domain.metrics.Turnover;
import io.podflow.domain.position.Position;

/** The books of a close: what is held, and what it is worth. */
final class Books {

  private Books() {}

  static void write(PortfolioState state, CloseJournal journal) {
    Ledger ledger = state.ledger;
    double gross = 0;
    double net = 0;
    for (int s = 0; s < state.symbols.length; s++) {
      Position position = ledger.position(s);
      if (position.quantity() != 0) {
        PositionRow row = row(journal.time, state.symbols[s], position, ledger.marks[s]);
        journal.positions.add(row);
        gross += Math.abs(row.value());
        net += row.value();
      }
    }
    double equity = ledger.equity();
    state.peakEquity = Math.max(state.peakEquity, equity);
    journal.equity.add(
        new EquityRow(
            journal.time,
            equity,
            ledger.cash(),
            ledger.reserve,
            share(gross, equity),
            share(net, equity),
            EquityFall.of(state.peakEquity, equity),
            journal.costs(),
            journal.funding(),
            Turnover.ofClose(journal.notional(), equity),
            Math.max(0.0, -equity)));
    if (state.equalWeight.exists()) {
      journal.benchmarks.add(
          new BenchmarkRow(journal.time, BenchmarkRow.EQUAL_WEIGHT, state.equalWeight.equity()));
    }
  }

  private static PositionRow row(long time, String symbol, Position position, double price) {
    double quantity = position.quantity();
    return new PositionRow(
        time,
        symbol,
        quantity,
        position.averagePrice(),
        price,
        quantity * price,
        quantity * (price - position.averagePrice()));
  }

  // Of equity that is used up nothing is a share.
  private static double share(double amount, double equity) {
    return equity > 0 ? amount / equity : 0.0;
  }
}
