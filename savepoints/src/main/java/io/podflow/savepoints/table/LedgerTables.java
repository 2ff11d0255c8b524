package io.podflow.savepoints.table;

import io.podflow.domain.execution.Trade;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.risk.RiskAlert;
import org.jspecify.annotations.Nullable;

/** What the portfolio holds, has ordered, and is warned of. */
final class LedgerTables {

  private LedgerTables() {}

  static StateTable positions(@Nullable PortfolioState books) {
    StateTable table =
        StateTable.of(
            "positions",
            "symbol",
            "quantity",
            "average_price",
            "price",
            "value",
            "seen",
            "missed",
            "adx");
    for (int s = 0; books != null && s < books.symbols.length; s++) {
      table.add(
          books.symbols[s],
          books.ledger.quantity(s),
          books.ledger.averagePrices[s],
          books.ledger.marks[s],
          books.ledger.value(s),
          books.seen[s],
          books.missed[s],
          books.adx[s]);
    }
    return table;
  }

  static StateTable podPositions(@Nullable PortfolioState books) {
    StateTable table =
        StateTable.of("pod_positions", "pod", "symbol", "quantity", "value", "target");
    for (int p = 0; books != null && p < books.pods.length; p++) {
      for (int s = 0; s < books.symbols.length; s++) {
        double quantity = books.ledger.quantities[p][s];
        if (quantity != 0 || books.targets[p][s] != 0) {
          table.add(
              books.pods[p],
              books.symbols[s],
              quantity,
              quantity * books.ledger.marks[s],
              books.targets[p][s]);
        }
      }
    }
    return table;
  }

  static StateTable orders(@Nullable PortfolioState books) {
    StateTable table =
        StateTable.of(
            "orders",
            "symbol",
            "status",
            "decided_at",
            "reason",
            "ordered",
            "open_quantity",
            "reference_price");
    for (int s = 0; books != null && s < books.symbols.length; s++) {
      order(table, books.symbols[s], "WAITING", books.waiting[s]);
      boolean live = s < books.exchange.ended.length;
      order(table, books.symbols[s], "ENDED", live ? books.exchange.ended[s] : null);
    }
    return table;
  }

  private static void order(StateTable table, String symbol, String status, @Nullable Trade trade) {
    if (trade != null) {
      table.add(
          symbol,
          status,
          Cells.time(trade.decidedAt()),
          trade.why().cause().name(),
          trade.ordered(),
          trade.orderQuantity(),
          trade.referencePrice());
    }
  }

  static StateTable alerts(@Nullable PortfolioState books) {
    StateTable table = StateTable.of("alerts", "kind", "pod", "severity", "value", "limit_value");
    if (books != null) {
      for (RiskAlert alert : books.risk.standing) {
        table.add(
            alert.kind().name(),
            alert.pod() == RiskAlert.PORTFOLIO ? "" : books.pods[alert.pod()],
            alert.severity().name(),
            alert.value(),
            alert.limit());
      }
    }
    return table;
  }

  /** The newest day has age 0. */
  static StateTable days(@Nullable PortfolioState books) {
    StateTable table = StateTable.of("daily_returns", "pod", "age", "daily_return");
    for (int p = 0; books != null && p < books.pods.length; p++) {
      double[] days = books.dailyReturns.byPod[p];
      for (int d = 0; d < days.length; d++) {
        table.add(books.pods[p], days.length - 1 - d, days[d]);
      }
    }
    return table;
  }
}
