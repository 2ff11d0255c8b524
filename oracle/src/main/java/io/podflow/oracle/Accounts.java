package io.podflow.oracle;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cash and quantities of every pod at every close, from recorded fills and rebalances: a pod's
 * capital changes by nothing else but marks (AC4, CA1).
 */
final class Accounts {

  private final Run run;
  private final Map<Long, double[]> before = new HashMap<>();
  private final Map<Long, double[]> after = new HashMap<>();
  private final Map<Long, Double> funding = new HashMap<>();
  private final Map<Long, double[][]> held = new HashMap<>();
  private final Map<Long, double[][]> filled = new HashMap<>();
  private double ledgerCash;
  private long ruin = Long.MAX_VALUE;
  private double equityAtRuin;
  private double grossAtRuin;

  Accounts(Run run) {
    this.run = run;
    int pods = run.books.size();
    int symbols = run.universe.size();
    Map<Long, List<Row>> fills = byTime(run.recorded.rows("pod_fills"));
    Map<Long, List<Row>> allocations = byTime(run.recorded.rows("allocations"));
    Map<String, Integer> podIndex = new HashMap<>();
    ledgerCash = run.config.backtest("capital").asDouble();
    double[] cash = new double[pods];
    double[][] quantities = new double[pods][symbols];
    for (PodBook book : run.books) {
      int p = book.pod.index();
      podIndex.put(book.pod.id(), p);
      double capital = run.config.backtest("capital").asDouble();
      cash[p] = book.pod.startsRetired() ? 0 : book.pod.number("initial_fraction") * capital;
    }
    for (long close : run.closes) {
      List<Row> booked = fills.getOrDefault(close, List.of());
      booked.stream().filter(f -> !atOnce(f)).forEach(f -> book(f, cash, quantities, podIndex));
      pay(cash, quantities, close);
      this.filled.put(close, copy(quantities));
      judge(quantities, close);
      booked.stream().filter(f -> atOnce(f)).forEach(f -> book(f, cash, quantities, podIndex));
      before.put(close, capitals(cash, quantities, close));
      for (Row allocation : allocations.getOrDefault(close, List.of())) {
        if (allocation.flag("applied")) {
          int p = podIndex.getOrDefault(allocation.text("pod"), -1);
          double capital = allocation.number("fraction") * run.equity(close);
          cash[p] += capital - capitals(cash, quantities, close)[p];
        }
      }
      after.put(close, capitals(cash, quantities, close));
      held.put(close, copy(quantities));
    }
  }

  /**
   * Whether it was decided at the close at which it filled: a stale symbol, a forced cross, ruin.
   */
  private static boolean atOnce(Row fill) {
    return fill.text("fill_id").contains(":" + Instant.ofEpochMilli(fill.time) + ":");
  }

  private void book(Row fill, double[] cash, double[][] quantities, Map<String, Integer> podIndex) {
    int p = podIndex.getOrDefault(fill.text("pod"), -1);
    int s = run.universe.indexOf(fill.text("symbol"));
    double quantity = fill.number("quantity");
    double paid = quantity * fill.number("price") + fill.number("fee");
    cash[p] -= paid;
    ledgerCash -= paid;
    quantities[p][s] += quantity;
    // FP11; and what is left of a large quantity by the rounding of its parts is nothing too.
    double nothing = Math.max(1e-10, 1e-12 * Math.abs(quantity));
    quantities[p][s] = Math.abs(quantities[p][s]) < nothing ? 0 : quantities[p][s];
  }

  /** Funding, three times a day since the close before, on what is held at this close (EX3). */
  private void pay(double[] cash, double[][] quantities, long close) {
    double rate = run.fundingPaid(close);
    double total = 0;
    for (int s = 0; s < run.universe.size(); s++) {
      double mark = run.mark(run.universe.get(s), close);
      for (int p = 0; p < cash.length; p++) {
        double amount = quantities[p][s] * mark * rate;
        cash[p] -= amount;
        total += amount;
      }
    }
    ledgerCash -= total;
    funding.put(close, total);
  }

  /** Whether the ledger is ruined after marks and funding, before anything else (RU1). */
  private void judge(double[][] quantities, long close) {
    double equity = ledgerCash;
    double gross = 0;
    for (int s = 0; s < run.universe.size(); s++) {
      double mark = run.mark(run.universe.get(s), close);
      double net = 0;
      for (double[] pod : quantities) {
        net += pod[s];
      }
      equity += net * mark;
      gross += Math.abs(net) * mark;
    }
    boolean spent = equity <= 0 || equity <= run.config.number("maintenance_margin") * gross;
    if (spent && ruin == Long.MAX_VALUE) {
      ruin = close;
      equityAtRuin = equity;
      grossAtRuin = gross;
    }
  }

  /** The close at which the portfolio is ruined; {@link Long#MAX_VALUE} if it never is. */
  long ruin() {
    return ruin;
  }

  /** What the event of the ruin says. */
  String ruinMessage() {
    String why =
        equityAtRuin > 0
            ? "equity %s is no more than maintenance_margin of positions of %s"
                .formatted(equityAtRuin, grossAtRuin)
            : "equity is used up, " + equityAtRuin;
    return "ruined: " + why + "; all positions are closed at the marks, and trading ends";
  }

  /** What all pods paid at a close, quote currency. */
  double funding(long close) {
    return funding.getOrDefault(close, 0.0);
  }

  private double[] capitals(double[] cash, double[][] quantities, long close) {
    double[] capitals = cash.clone();
    for (int s = 0; s < run.universe.size(); s++) {
      double mark = run.mark(run.universe.get(s), close);
      for (int p = 0; p < capitals.length; p++) {
        capitals[p] += quantities[p][s] * mark;
      }
    }
    return capitals;
  }

  /** Each pod's capital after the fills of a close, before its rebalance. */
  double[] before(long close) {
    return before.getOrDefault(close, new double[run.books.size()]).clone();
  }

  /** Each pod's capital after everything at a close. */
  double[] after(long close) {
    return after.getOrDefault(close, new double[run.books.size()]).clone();
  }

  /** Quantity by pod, then symbol, after the fills of a close. */
  double[][] held(long close) {
    return held.getOrDefault(close, new double[run.books.size()][run.universe.size()]);
  }

  private static double[][] copy(double[][] quantities) {
    return Arrays.stream(quantities).map(double[]::clone).toArray(double[][]::new);
  }

  /** Quantity of one symbol by pod, after the fills of a close and before what crosses at it. */
  double[] heldBeforeCrosses(String symbol, long close) {
    int s = run.universe.indexOf(symbol);
    double[][] none = new double[run.books.size()][run.universe.size()];
    return Arrays.stream(filled.getOrDefault(close, none)).mapToDouble(pod -> pod[s]).toArray();
  }

  /** Quantity of one symbol by pod, after the fills of a close. */
  double[] held(String symbol, long close) {
    int s = run.universe.indexOf(symbol);
    return Arrays.stream(held(close)).mapToDouble(pod -> pod[s]).toArray();
  }

  /** Capital over equity by pod, at least 0; 0 when equity was ever used up. */
  double[] shares(double[] capitals, long close) {
    double equity = run.equity(close);
    boolean ruined = run.ruined(close);
    return Arrays.stream(capitals)
        .map(capital -> ruined ? 0 : Math.max(0, capital / equity))
        .toArray();
  }

  private static Map<Long, List<Row>> byTime(List<Row> rows) {
    Function<Row, Long> time = row -> row.time;
    return rows.stream().collect(Collectors.groupingBy(time));
  }
}
