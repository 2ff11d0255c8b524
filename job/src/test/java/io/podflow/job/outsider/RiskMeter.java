package io.podflow.job.outsider;

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

  /** Daily returns below which a correlation says nothing (EV3). */
  private static final int ENOUGH_DAYS = 30;

  private static final double NO_DISPERSION = 1e-12;

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
      boolean has = run.finest(symbol).has(close);
      dayCloses
          .computeIfAbsent(symbol, s -> new ArrayList<>())
          .add(has ? run.mark(symbol, close) : Double.NaN);
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
    double[][] covariance = Shrunk.plainCovariance(run.config, returns);
    covariance = Floors.under(covariance, table.floors());
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

  /** Of the daily returns of all pods that are not RETIRED. */
  double podCorrelation(long close) {
    List<double[]> days = new ArrayList<>();
    for (Config.Pod pod : run.config.pods) {
      if (!run.retired(pod, close)) {
        days.add(lastDays(Overlays.column(run, pod, close, "daily_return")));
      }
    }
    return stress(days);
  }

  /** Asked for with fewer than three pods only. */
  double assetCorrelation() {
    if (run.books.size() >= 3) {
      return Double.NaN;
    }
    List<double[]> days = new ArrayList<>();
    for (String symbol : run.universe) {
      double[] closes = dayCloses.get(symbol).stream().mapToDouble(c -> c).toArray();
      double[] returns = new double[Math.max(0, closes.length - 1)];
      Arrays.setAll(returns, t -> closes[t + 1] / closes[t] - 1);
      days.add(lastDays(returns));
    }
    return stress(days);
  }

  private double[] lastDays(double[] returns) {
    int lookback = run.config.orchestrator("correlation_lookback").asInt();
    return Arrays.copyOfRange(returns, Math.max(0, returns.length - lookback), returns.length);
  }

  /**
   * Mean correlation over the days that all have in common (EV3); constant ones and those with few
   * returns are left out.
   *
   * @param days by holding, newest last, NaN where there is none that day
   */
  private static double stress(List<double[]> days) {
    List<double[]> enough = new ArrayList<>();
    for (double[] returns : days) {
      double[] known = Arrays.stream(returns).filter(r -> !Double.isNaN(r)).toArray();
      if (known.length >= ENOUGH_DAYS && Figures.deviation(known) > NO_DISPERSION) {
        enough.add(returns);
      }
    }
    if (enough.size() < 2) {
      return Double.NaN;
    }
    int length = enough.stream().mapToInt(r -> r.length).min().orElseThrow();
    int[] common =
        IntStream.range(0, length)
            .filter(
                t -> enough.stream().noneMatch(r -> Double.isNaN(r[r.length - length + t])))
            .toArray();
    if (common.length < ENOUGH_DAYS) {
      return Double.NaN;
    }
    double[][] aligned =
        enough.stream()
            .map(
                r -> Arrays.stream(common).mapToDouble(t -> r[r.length - length + t]).toArray())
            .toArray(double[][]::new);
    return meanCorrelation(aligned);
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
