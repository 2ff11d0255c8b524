package io.podflow.app.live;

import io.podflow.domain.exchange.ExchangeBooks;
import io.podflow.domain.execution.PositionReport;
import io.podflow.report.text.TextTable;

/**
 * The books of an exchange as a table for the terminal, unrounded, so that users can compare the
 * numbers.
 */
public final class BooksTable {

  private BooksTable() {}

  /**
   * One row per traded symbol, then cash; quantities in the base asset, prices, profits and cash in
   * quote currency.
   */
  public static String of(ExchangeBooks books) {
    TextTable table = new TextTable(1, "symbol", "quantity", "average price", "realized");
    for (PositionReport row : books.reports()) {
      table.row(
          row.symbol(),
          Double.toString(row.quantity()),
          Double.toString(row.averagePrice()),
          Double.toString(row.realizedPnl()));
    }
    return table.text() + "  cash " + books.cash() + "\n";
  }
}
