package io.podflow.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is measured against the limits, from recorded equity, positions and pods' returns. */
final class RiskMeter {

  private final Run run;
  private final Set<Long> holding = new HashSet<>();
  private final List<Double> exposedDays = new ArrayList<>();
  private final Map<String, List<Double>> dayCloses = new HashMap<>();
  private double equity;
  private double base;
  private double peak;
  private boolean holds;
  private boolean exposed;
  private boolean ended = true;
  private long day = Long.MIN_VALUE;

  RiskMeter(Run run) {
    this.run = run;
    equity = run.config.backtest("capital").asDouble();
    base = equity;
    peak = equity;
    run.recorded.rows("positions").forEach(row -> holding.add(row.time));
  }

  /**
   * @param defence UTC day of the last critical alert
   */
  void observe(long close, long defence) {
    long today = Grid.day(close);
    if (today != day) {
      endDay();
      // Recovery begins on the day after a defence, and the peak with it.
      peak = day == defence && day != Long.MIN_VALUE ? run.equity(close) : peak;
      base = equity;
      exposed = holds;
      ended = false;
      day = today;
    }
    equity = run.equity(close);
    holds = holding.contains(close);
    exposed |= holds;
    peak = Math.max(peak, equity);
    if (Grid.endsDay(close)) {
      endDay();
      rememberCloses(close);
    }
  }

  private void endDay() {
    if (!ended && exposed && base > 0) {
      exposedDays.add(equity / base - 1);
    }
    ended = true;
  }

  private void rememberCloses(long close) {
    for (String symbol : run.universe) {
      List<Double> known = dayCloses.computeIfAbsent(symbol, s -> new ArrayList<>());
      if (run.seen(symbol, close) && !run.stale(symbol, close)) {
        known.add(run.mark(symbol, close));
      } else {
        known.clear();
      }
    }
  }

  double drawdown() {
    return holds && peak > 0 ? 1 - equity / peak : Double.NaN;
  }

  double dailyLoss() {
    return base > 0 ? Math.max(0, 1 - equity / base) : Double.NaN;
  }

  double volatility() {
    int n = exposedDays.size();
    if (!holds || n < 10) {
      return Double.NaN;
    }
    double[] last =
        exposedDays.subList(Math.max(0, n - 60), n).stream().mapToDouble(r -> r).toArray();
    return Figures.deviation(last) * Math.sqrt(365);
  }

  /** Each pod's part of the variance of the weighted sum; NaN for one that cannot be judged. */
  double[] podShares(CapitalMethods table, double[] weights) {
    double[] shares = new double[run.books.size()];
    Arrays.fill(shares, Double.NaN);
    int[] pods = table.judgedPods();
    double[][] returns = table.judgedReturns();
    if (pods.length < 2 || returns[0].length < 3) {
      return shares;
    }
    double[][] covariance =
        Floors.raised(Shrunk.plainCovariance(run.config, returns), table.judgedFloors());
    int varying = 0;
    double variance = 0;
    double[] parts = new double[pods.length];
    for (int i = 0; i < pods.length; i++) {
      varying += covariance[i][i] > 1e-10 ? 1 : 0;
      for (int j = 0; j < pods.length; j++) {
        parts[i] += weights[pods[i]] * covariance[i][j] * weights[pods[j]];
      }
      variance += parts[i];
    }
    for (int i = 0; i < pods.length && varying > 1; i++) {
      shares[pods[i]] = variance >= 1e-12 ? parts[i] / variance : 1.0 / pods.length;
    }
    return shares;
  }

  double podCorrelation(CapitalMethods table) {
    return stress(table.activeReturns());
  }

  /** Asked for with fewer than three pods only. */
  double assetCorrelation() {
    if (run.books.size() >= 3) {
      return Double.NaN;
    }
    int lookback = run.config.orchestrator("correlation_lookback").asInt();
    double[][] returns = new double[run.universe.size()][lookback];
    for (int s = 0; s < returns.length; s++) {
      List<Double> closes = dayCloses.getOrDefault(run.universe.get(s), List.of());
      Arrays.fill(returns[s], Double.NaN);
      for (int back = 0; back < lookback && back + 1 < closes.size(); back++) {
        int at = closes.size() - 1 - back;
        returns[s][lookback - 1 - back] = closes.get(at) / closes.get(at - 1) - 1;
      }
    }
    return stress(returns);
  }

  /** Of those with 30 returns that vary, over the days that they have in common (EV3). */
  private static double stress(double[][] returns) {
    List<double[]> kept = new ArrayList<>();
    for (double[] series : returns) {
      double[] there = Arrays.stream(series).filter(r -> !Double.isNaN(r)).toArray();
      if (there.length >= 30 && Figures.deviation(there) > 1e-12) {
        kept.add(series);
      }
    }
    if (kept.size() < 2) {
      return Double.NaN;
    }
    int[] days =
        IntStream.range(0, kept.get(0).length)
            .filter(day -> kept.stream().noneMatch(series -> Double.isNaN(series[day])))
            .toArray();
    return days.length < 30
        ? Double.NaN
        : meanCorrelation(
            kept.stream()
                .map(series -> Arrays.stream(days).mapToDouble(day -> series[day]).toArray())
                .toArray(double[][]::new));
  }

  private static double meanCorrelation(double[][] returns) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < returns.length; i++) {
      for (int j = 0; j < i; j++) {
        double correlation = Figures.correlation(returns[i], returns[j]);
        if (!Double.isNaN(correlation)) {
          sum += correlation;
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }
}
