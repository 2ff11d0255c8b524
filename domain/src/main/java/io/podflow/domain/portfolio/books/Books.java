package io.podflow.domain.portfolio.books;

import io.podflow.domain.execution.Trade;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.metrics.EquityFall;
import io.podflow.domain.metrics.Turnover;
import io.podflow.domain.position.Position;

/** The books of a close: what is held, and what it is worth. */
public final class Books {

  private Books() {}

  /** At a close. */
  public static void write(PortfolioState state, OrphanPositions orphans, DecisionBuilder builder) {
    Tracking tracking = new Tracking(state.ledger.equity());
    for (int s = 0; s < state.symbols.length; s++) {
      double mark = state.ledger.marks[s];
      if (state.seen[s] && mark > 0) {
        double wanted = state.followed[s] * state.ledger.equity() / mark;
        tracking.add(wanted, followed(state, orphans, s), mark);
      }
    }
    write(state, tracking.gap(), tracking.wantedGross(), builder);
  }

  /** Between two closes, where nothing is measured (decision TR7). */
  public static void writeTick(PortfolioState state, DecisionBuilder builder) {
    write(state, Double.NaN, Double.NaN, builder);
  }

  /** What is held or on its way, without what is kept. */
  private static double followed(PortfolioState state, OrphanPositions orphans, int s) {
    double held = 0;
    for (int p = 0; p < state.pods.length; p++) {
      held += orphans.isKept(state, p, s) ? 0 : state.ledger.quantities[p][s];
    }
    Trade open = state.waiting[s];
    return held + (open == null ? 0 : open.orderQuantity());
  }

  private static void write(
      PortfolioState state, double trackingGap, double wantedGross, DecisionBuilder builder) {
    Ledger ledger = state.ledger;
    double gross = 0;
    double net = 0;
    for (int s = 0; s < state.symbols.length; s++) {
      Position position = ledger.position(s);
      if (position.quantity() != 0) {
        PositionRow row = row(builder.time, state.symbols[s], position, ledger.marks[s]);
        builder.positions.add(row);
        gross += Math.abs(row.value());
        net += row.value();
      }
    }
    double equity = ledger.equity();
    state.peakEquity = Math.max(state.peakEquity, equity);
    builder.equity.add(
        new EquityRow(
            builder.time,
            equity,
            ledger.cash(),
            ledger.reserve,
            share(gross, equity),
            share(net, equity),
            EquityFall.of(state.peakEquity, equity),
            builder.costs(),
            builder.funding(),
            Turnover.ofClose(builder.notional(), equity),
            trackingGap,
            wantedGross,
            Math.max(0.0, -equity)));
    if (state.equalWeight.exists()) {
      builder.benchmarks.add(
          new BenchmarkRow(builder.time, BenchmarkRow.EQUAL_WEIGHT, state.equalWeight.equity()));
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
