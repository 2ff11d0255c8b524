package io.podflow.savepoints.table;

import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.savepoints.state.JobState;
import org.jspecify.annotations.Nullable;

/** What there is once per job: the books in figures, how far it has come, what it is told. */
final class JobTable {

  private final StateTable table = StateTable.of("job", "name", "value");

  private JobTable() {}

  static StateTable of(JobState state) {
    JobTable job = new JobTable();
    job.books(state.books());
    job.market(state.market());
    job.exchange(state.exchange());
    return job.table;
  }

  private void books(@Nullable PortfolioState books) {
    if (books == null) {
      return;
    }
    row("last_close", Cells.time(books.lastClose));
    row("equity", books.ledger.equity());
    row("cash", books.ledger.cash());
    row("reserve", books.ledger.reserve);
    row("peak_equity", books.peakEquity);
    row("ruined", books.ruined);
    row("last_rebalance_day", Cells.day(books.lastRebalanceDay));
    row("risk_scale", books.riskScale);
    row("risk_peak", books.risk.peak);
    row("defence_day", Cells.day(books.risk.defenceDay));
    row("takes_orders", books.exchange.takesOrders);
    row("halted", books.exchange.halted);
    row("difference", books.exchange.difference);
    row("funding_paid", books.exchange.fundingPaid);
  }

  private void market(@Nullable BarCloseGateState market) {
    if (market != null) {
      row("bars_closed_up_to", Cells.time(market.closedUpTo));
    }
  }

  private void exchange(@Nullable ReportDeduplicatorState exchange) {
    if (exchange != null) {
      row("exchange_heartbeat", Cells.time(exchange.beat));
    }
  }

  private void row(String name, @Nullable Object value) {
    table.add(name, value);
  }

  /** A row per symbol of the feed. */
  static StateTable feed(JobState state) {
    StateTable table = StateTable.of("feed", "symbol", "last_row", "timeframe", "close", "absent");
    BarCloseGateState market = state.market();
    PortfolioState books = state.books();
    for (int s = 0; market != null && s < market.last.length; s++) {
      MarketRow row = market.last[s];
      boolean named = books != null && s < books.symbols.length;
      table.add(
          books != null && named ? books.symbols[s] : "#" + s,
          row == null ? null : Cells.time(row.openTime()),
          row == null ? null : row.timeframe().toString(),
          row == null ? null : row.close(),
          market.absent[s]);
    }
    return table;
  }
}
