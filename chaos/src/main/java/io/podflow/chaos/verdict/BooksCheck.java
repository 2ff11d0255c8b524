package io.podflow.chaos.verdict;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sum of the fills, the ledger and the exchange's own books must be one. What pods cross among
 * themselves is no fill and changes none of them.
 */
final class BooksCheck {

  /** Relative difference that is rounding: the same numbers are summed in another order. */
  private static final double ROUNDING = 1e-9;

  private static final String SIGNED = "CASE side WHEN 'BUY' THEN quantity ELSE -quantity END";

  private final RunDb run;
  private final double capital;

  /**
   * @param capital initial equity, quote currency
   */
  BooksCheck(RunDb run, double capital) {
    this.run = run;
    this.capital = capital;
  }

  static List<String> differences(Path runDb, double capital, PositionSnapshot theirs) {
    try (RunDb run = RunDb.open(runDb)) {
      return new BooksCheck(run, capital).differences(theirs);
    }
  }

  private List<String> differences(PositionSnapshot theirs) {
    Map<String, Double> filled =
        bySymbol("SELECT symbol, sum(" + SIGNED + ") FROM fills GROUP BY symbol");
    Map<String, Double> held =
        bySymbol(
            "SELECT symbol, quantity FROM positions WHERE time = (SELECT max(time) FROM equity)");
    Map<String, Double> there = new TreeMap<>();
    for (PositionReport position : theirs.positions()) {
      there.put(position.symbol(), position.quantity());
    }
    TreeSet<String> symbols = new TreeSet<>(filled.keySet());
    symbols.addAll(held.keySet());
    symbols.addAll(there.keySet());
    List<String> differences = new ArrayList<>();
    for (String symbol : symbols) {
      double fills = filled.getOrDefault(symbol, 0.0);
      double ledger = held.getOrDefault(symbol, 0.0);
      double exchange = there.getOrDefault(symbol, 0.0);
      if (!isNear(fills, ledger) || !isNear(ledger, exchange)) {
        differences.add(
            "%s: fills %s, ledger %s, exchange %s".formatted(symbol, fills, ledger, exchange));
      }
    }
    compareEquity(differences);
    return differences;
  }

  /** Capital, less what was paid for all fills, and what is held at the last prices. */
  private void compareEquity(List<String> differences) {
    double paid =
        number("SELECT total(" + SIGNED + " * price + fee + slippage_cost) FROM fills")
            + number("SELECT total(funding) FROM equity");
    double value =
        number("SELECT total(value) FROM positions WHERE time = (SELECT max(time) FROM equity)");
    double equity = number("SELECT equity FROM equity ORDER BY time DESC LIMIT 1");
    double expected = capital - paid + value;
    if (!isNear(expected, equity)) {
      differences.add("equity %s (expected: %s, by the fills)".formatted(equity, expected));
    }
  }

  private Map<String, Double> bySymbol(String sql) {
    Map<String, Double> values = new TreeMap<>();
    run.forEach(sql, row -> values.put(row.text(0), row.real(1)));
    return values;
  }

  private double number(String sql) {
    return run.query(sql, row -> row.real(0)).get(0);
  }

  private static boolean isNear(double a, double b) {
    return Math.abs(a - b) <= ROUNDING * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }
}
