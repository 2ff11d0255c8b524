package io.podflow.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the capital method asks for, from the recorded daily returns (L1, FP14, CA8, FP20). */
final class CapitalMethods {

  private static final int ENOUGH_DAYS = 5;

  private final Run run;
  private final List<Config.Pod> active;
  private final List<Config.Pod> judged = new ArrayList<>();
  private final List<double[]> series = new ArrayList<>();
  private final List<Config.Pod> unknown = new ArrayList<>();
  private final List<double[]> activeDays = new ArrayList<>();
  private double[] deviations = {};
  private double[] floors = {};
  private final long close;
  private int days;

  CapitalMethods(Run run, long close) {
    this(run, close, lookback(run.config));
  }

  /** The same pods and days as the limits on risk look at. */
  static CapitalMethods forRisk(Run run, long close) {
    return new CapitalMethods(run, close, run.config.orchestrator("correlation_lookback").asInt());
  }

  private CapitalMethods(Run run, long close, int lookback) {
    this.run = run;
    this.close = close;
    this.active = run.config.pods.stream().filter(pod -> !run.retired(pod, close)).toList();
    window(lookback);
  }

  /** The days that count: the last ones, from the first day of any active pod on. */
  private void window(int lookback) {
    List<double[]> all = new ArrayList<>();
    for (Config.Pod pod : active) {
      all.add(Overlays.column(run, pod, close, "daily_return"));
    }
    int end = all.isEmpty() ? 0 : all.get(0).length;
    int first = end;
    for (double[] returns : all) {
      for (int t = 0; t < first; t++) {
        first = Double.isNaN(returns[t]) ? first : t;
      }
    }
    int from = Math.max(first, end - lookback);
    days = end - from;
    double[] allDeviations = new double[all.size()];
    for (int i = 0; i < all.size(); i++) {
      double[] last = all.get(i);
      activeDays.add(Arrays.copyOfRange(last, Math.max(0, end - lookback), end));
      double[] there =
          Arrays.stream(last, from, end).filter(value -> !Double.isNaN(value)).toArray();
      allDeviations[i] = there.length < 10 ? Double.NaN : Figures.deviation(there);
    }
    double[] allFloors = Floors.of(run.config, allDeviations);
    for (int i = 0; i < all.size(); i++) {
      double[] known = Arrays.copyOfRange(all.get(i), from, end);
      long missing = Arrays.stream(known).filter(Double::isNaN).count();
      boolean there = days == 0 || 2 * missing < days;
      boolean estimated = Floors.off(run.config) || allDeviations[i] > 1e-12;
      if (!estimated && (there || Double.isNaN(allDeviations[i]))) {
        unknown.add(active.get(i));
      }
      if (there && estimated) {
        deviations = plus(deviations, allDeviations[i]);
        floors = plus(floors, allFloors[i]);
        judged.add(active.get(i));
        series.add(Arrays.stream(known).map(r -> Double.isNaN(r) ? 0 : r).toArray());
      }
    }
  }

  private static double[] plus(double[] values, double value) {
    double[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = value;
    return more;
  }

  private static int lookback(Config config) {
    int days = config.orchestrator("correlation_lookback").asInt();
    boolean sharpe = config.orchestrator("allocation_method").asText().equals("rolling_sharpe");
    return sharpe ? Math.max(days, sharpeDays(config)) : days;
  }

  private String method() {
    return run.config.orchestrator("allocation_method").asText();
  }

  private int sharpeDays() {
    return sharpeDays(run.config);
  }

  private static int sharpeDays(Config config) {
    return config.orchestrator("rolling_sharpe").path("lookback").asInt();
  }

  /** Positions of the pods that can be judged. */
  int[] judgedPods() {
    return judged.stream().mapToInt(Config.Pod::index).toArray();
  }

  /** Their returns over {@code correlation_lookback} days, 0 where missing. */
  double[][] judgedReturns() {
    return series.toArray(double[][]::new);
  }

  /** Least deviation of each, per day. */
  double[] judgedFloors() {
    return floors;
  }

  /** Days of all active pods, NaN where missing. */
  double[][] activeReturns() {
    return activeDays.toArray(double[][]::new);
  }

  /** By pod; 0 for a retired pod and one that cannot be judged. */
  double[] weights() {
    double[] weights = new double[run.books.size()];
    if (active.size() == 1) {
      weights[active.get(0).index()] = active.get(0).number("initial_fraction");
      return weights;
    }
    List<Config.Pod> sharing = judged.isEmpty() ? active : judged;
    double[] method = judged.isEmpty() ? Algebra.equal(active.size()) : judged();
    double part = judged.isEmpty() ? 1 : (double) judged.size() / (judged.size() + unknown.size());
    for (int i = 0; i < method.length; i++) {
      weights[sharing.get(i).index()] = method[i] * part;
    }
    if (!judged.isEmpty()) {
      unknown.forEach(pod -> weights[pod.index()] = Figures.mean(method) * part);
    }
    return weights;
  }

  private double[] judged() {
    double[][] returns = series.toArray(double[][]::new);
    double[] weights =
        switch (method()) {
          case "equal_weight" -> Algebra.equal(returns.length);
          case "inverse_volatility" -> inverseVolatility(returns);
          case "risk_parity" -> Algebra.riskParity(covariance(returns));
          case "rolling_sharpe" -> rollingSharpe(returns);
          default -> kelly(returns);
        };
    return Shrunk.weights(run.config, weights);
  }

  private double[] rollingSharpe(double[][] returns) {
    int n = returns.length;
    double least = run.config.orchestrator("rolling_sharpe").path("min_weight").asDouble();
    double[] ratios = new double[n];
    int losers = 0;
    for (int i = 0; i < n; i++) {
      int from = Math.max(0, days - sharpeDays());
      ratios[i] = Figures.sharpe(Arrays.copyOfRange(returns[i], from, days), 365);
      losers += ratios[i] <= 0 ? 1 : 0;
    }
    if (losers == n || days < ENOUGH_DAYS) {
      return Algebra.equal(n);
    }
    double sum = Arrays.stream(ratios).filter(ratio -> ratio > 0).sum();
    double rest = 1 - losers * least;
    return Arrays.stream(ratios).map(r -> r > 0 ? rest * r / sum : least).toArray();
  }

  private double[] inverseVolatility(double[][] returns) {
    if (days < 2) {
      return Algebra.equal(returns.length);
    }
    boolean off = Floors.off(run.config);
    double[] inverse = new double[returns.length];
    for (int i = 0; i < inverse.length; i++) {
      double deviation = off ? Figures.deviation(returns[i]) : deviations[i];
      inverse[i] = 1 / Math.max(deviation, floors[i] > 0 ? floors[i] : 1e-8);
    }
    return Algebra.normalised(inverse);
  }

  private double[][] covariance(double[][] returns) {
    int n = returns.length;
    double[][] covariance =
        days < 3
            ? new double[n][n]
            : Floors.raised(
                Shrunk.covariance(run.config, returns, 365),
                Arrays.stream(floors).map(floor -> floor * Math.sqrt(365)).toArray());
    double[] values = Algebra.eigenvalues(covariance);
    double least = Arrays.stream(values).min().orElseThrow();
    boolean ill = Arrays.stream(values).max().orElseThrow() > 1e10 * least || least <= 0;
    for (int i = 0; i < n; i++) {
      covariance[i][i] += days < 3 ? 1e-8 : ill ? 1e-6 : 0;
    }
    return covariance;
  }

  private double[] kelly(double[][] returns) {
    double[][] covariance = covariance(returns);
    double[] parity = Algebra.riskParity(covariance);
    double[] means = Arrays.stream(returns).mapToDouble(r -> 365 * Figures.mean(r)).toArray();
    double[] bet = new double[means.length];
    if (Arrays.stream(means).anyMatch(mean -> mean > 0)) {
      double fraction = run.config.number("kelly_fraction");
      double[] edge = Algebra.solve(covariance, means);
      bet = Arrays.stream(edge).map(e -> fraction * Math.max(e, 0)).toArray();
      bet = Algebra.sum(bet) > 1 ? Algebra.normalised(bet) : bet;
    }
    double alpha = Math.min(1, meanLiveDays() / run.config.number("kelly_confidence_ramp"));
    double[] weights = new double[bet.length];
    for (int i = 0; i < bet.length; i++) {
      weights[i] = (1 - alpha) * parity[i] + alpha * bet[i];
    }
    return weights;
  }

  private double meanLiveDays() {
    double sum = 0;
    for (Config.Pod pod : active) {
      sum +=
          run.recorded.rows("pods").stream()
              .filter(row -> row.time == close && row.text("pod").equals(pod.id()))
              .mapToDouble(row -> row.number("live_days"))
              .sum();
    }
    return Math.floor(sum / active.size());
  }
}
