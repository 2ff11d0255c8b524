package io.podflow.oracle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code positions}: a row for every symbol held at a close (FP11). */
final class PositionsCheck {

  private final Run run;
  private final Accounts accounts;
  private final Comparison comparison;
  private final Map<String, Row> fills = new HashMap<>();
  private final Map<String, Row> recorded = new HashMap<>();

  PositionsCheck(Run run, Accounts accounts, Comparison comparison) {
    this.run = run;
    this.accounts = accounts;
    this.comparison = comparison;
    run.recorded.rows("fills").forEach(row -> fills.put(row.time + row.text("symbol"), row));
    run.recorded.rows("positions").forEach(row -> recorded.put(row.time + row.text("symbol"), row));
  }

  void check() {
    for (int k = 0; k < run.closes.length; k++) {
      for (String symbol : run.universe) {
        double[] held = accounts.held(symbol, run.closes[k]);
        if (Math.abs(Algebra.sum(held)) >= 1e-10) {
          row(symbol, run.closes[k], held, k == 0 ? 0 : run.closes[k - 1]);
        }
      }
    }
  }

  private void row(String symbol, long close, double[] held, long earlier) {
    double quantity = Algebra.sum(held);
    double largest = Arrays.stream(held).map(Math::abs).max().orElse(0);
    double price = run.mark(symbol, close);
    double average = average(symbol, close, quantity, earlier);
    comparison
        .row(close, symbol)
        .quantity("quantity", quantity, largest)
        .number("average_price", average)
        .number("price", price)
        .money("value", quantity * price)
        .money("unrealized_pnl", quantity * (price - average));
  }

  /** Weighted on adds, kept on reductions, the fill's price after a flip or from flat. */
  private double average(String symbol, long close, double quantity, long earlier) {
    List<Row> before = rowOf(recorded, symbol, earlier);
    List<Row> fill = rowOf(fills, symbol, close);
    if (fill.isEmpty()) {
      return before.isEmpty() ? Double.NaN : before.get(0).number("average_price");
    }
    double price = fill.get(0).number("price");
    if (before.isEmpty() || before.get(0).number("quantity") * quantity < 0) {
      return price;
    }
    double old = before.get(0).number("quantity");
    double average = before.get(0).number("average_price");
    return Math.abs(quantity) <= Math.abs(old)
        ? average
        : (old * average + (quantity - old) * price) / quantity;
  }

  private static List<Row> rowOf(Map<String, Row> rows, String symbol, long close) {
    Row row = rows.get(close + symbol);
    return row == null ? List.of() : List.of(row);
  }
}
