package io.podflow.oracle;

import java.util.HashMap;
import java.util.Map;

/** Table {@code benchmarks}: every symbol bought once with an equal part, at every close (FI2). */
final class BenchmarksCheck {

  private final Run run;
  private final Comparison comparison;

  BenchmarksCheck(Run run, Comparison comparison) {
    this.run = run;
    this.comparison = comparison;
  }

  void check() {
    double part = run.config.backtest("capital").asDouble() / run.universe.size();
    Map<String, Double> sold = new HashMap<>();
    for (long close : run.closes) {
      double equity = 0;
      for (String symbol : run.universe) {
        equity += sold.containsKey(symbol) ? sold.get(symbol) : value(symbol, part, close, sold);
      }
      comparison.row(close, "equal weight").number("equity", equity);
    }
  }

  private double value(String symbol, double part, long close, Map<String, Double> sold) {
    String timeframe = run.config.finest(symbol);
    Series bars = run.bars.of(symbol, timeframe);
    int first = bars.last(run.bars.from) + 1;
    int last = bars.last(close);
    if (last < first) {
      return part;
    }
    double cost = run.config.costRate();
    double value = part / (bars.open(first) * (1 + cost)) * bars.close(last);
    long missed = (close - bars.time(last)) / Grid.length(timeframe);
    if (missed >= run.config.staleAfter()) {
      sold.put(symbol, value * (1 - cost));
    }
    return sold.getOrDefault(symbol, value);
  }
}
