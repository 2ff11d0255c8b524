package io.podflow.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The identities (docs/decisions.md, "Fills, costs and books"), from {@code run.db} and the last
 * closes alone.
 */
final class Identities {

  private final Run run;
  private final Accounts accounts;
  private final List<String> problems = new ArrayList<>();
  private double worst;

  Identities(Run run, Accounts accounts) {
    this.run = run;
    this.accounts = accounts;
  }

  List<String> check() {
    Map<Long, List<Row>> positions = byTime("positions");
    Map<Long, List<Row>> allocations = byTime("allocations");
    Map<Long, List<Row>> pods = byTime("pods");
    double reserve = Double.NaN;
    double before = run.config.backtest("capital").asDouble();
    for (Row books : run.recorded.rows("equity")) {
      long close = books.time;
      double equity = books.number("equity");
      List<Row> held = positions.getOrDefault(close, List.of());
      double value = held.stream().mapToDouble(row -> row.number("value")).sum();
      same(close, "equity = cash + value", equity, books.number("cash") + value, equity);
      for (String symbol : run.universe) {
        double position =
            held.stream()
                .filter(row -> row.text("symbol").equals(symbol))
                .mapToDouble(row -> row.number("quantity"))
                .sum();
        double parts = Algebra.sum(accounts.held(symbol, close));
        same(close, "sum of pod_fills = position of " + symbol, position, parts, position);
      }
      double capitals = Algebra.sum(accounts.after(close)) + books.number("reserve");
      same(close, "capitals + reserve = equity", equity, capitals, equity);
      if (pods.containsKey(close)) {
        double recorded = pods.get(close).stream().mapToDouble(row -> row.number("capital")).sum();
        same(close, "pods + reserve = equity", equity, recorded + books.number("reserve"), equity);
        double earned = pods.get(close).stream().mapToDouble(row -> row.number("earned")).sum();
        same(close, "sum of earned = change of equity", equity - before, earned, equity);
        before = equity;
      }
      boolean rebalanced =
          allocations.getOrDefault(close, List.of()).stream().anyMatch(row -> row.flag("applied"));
      if (!rebalanced && !Double.isNaN(reserve) && reserve != books.number("reserve")) {
        problems.add("reserve changed without a rebalance: " + books);
      }
      reserve = books.number("reserve");
    }
    return problems;
  }

  /** Largest difference found, relative to the amounts. */
  double worst() {
    return worst;
  }

  private void same(long close, String what, double one, double other, double size) {
    double error = one == other ? 0 : Math.abs(one - other) / Math.max(1, Math.abs(size));
    worst = Math.max(worst, error);
    if (!(error <= Comparison.TOLERANCE) && problems.size() < 20) {
      problems.add(what + " at " + Instant.ofEpochMilli(close) + ": " + one + ", " + other);
    }
  }

  private Map<Long, List<Row>> byTime(String table) {
    return run.recorded.rows(table).stream().collect(Collectors.groupingBy(row -> row.time));
  }
}
