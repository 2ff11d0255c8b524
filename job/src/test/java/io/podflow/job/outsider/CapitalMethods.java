package io.podflow.job.outsider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the capital method asks for, from the recorded daily returns (L1, FP14, CA8, FP20). */
final class CapitalMethods {

  private static final int ENOUGH_DAYS = 5;
  private static final int ENOUGH_RETURNS = 10;

  private final Run run;
  private final List<Config.Pod> active;
  private final List<Config.Pod> judged = new ArrayList<>();
  private final List<double[]> series = new ArrayList<>();

  /** Pods that nothing is known of and that get the mean weight of the others (EV2). */
  private final List<Config.Pod> unknown = new ArrayList<>();

  /** Deviations of everything with variance, the judged ones first, in their order. */
  private final List<Double> deviations = new ArrayList<>();
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
    List<Double> aside = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      double[] window = Arrays.copyOfRange(all.get(i), from, end);
      double[] known = Arrays.stream(window).filter(r -> !Double.isNaN(r)).toArray();
      boolean half = days > 0 && 2 * (window.length - known.length) >= days;
      if (evidence() && known.length < ENOUGH_RETURNS) {
        unknown.add(active.get(i));
      } else if (half) {
        if (evidence() && Floors.vary(run.config, known)) {
          aside.add(Figures.deviation(known));
        }
      } else if (evidence() && !Floors.vary(run.config, known)) {
        unknown.add(active.get(i));
      } else {
        judged.add(active.get(i));
        deviations.add(Figures.deviation(known));
        series.add(Arrays.stream(window).map(r -> Double.isNaN(r) ? 0 : r).toArray());
      }
    }
    deviations.addAll(aside);
  }

  private boolean evidence() {
    return run.config.number("volatility_floor") > 0;
  }

  /** The least daily deviation that each judged pod counts with; 0 without a floor. */
  double[] floors() {
    double[] all = deviations.stream().mapToDouble(d -> d).toArray();
    boolean[] counted = new boolean[all.length];
    Arrays.fill(counted, true);
    return Arrays.copyOf(Floors.of(run.config, all, counted), judged.size());
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

  /** By pod; 0 for a retired pod and one that cannot be judged. */
  double[] weights() {
    double[] weights = new double[run.books.size()];
    if (active.size() == 1) {
      weights[active.get(0).index()] = active.get(0).number("initial_fraction");
      return weights;
    }
    List<Config.Pod> sharing = new ArrayList<>(judged.isEmpty() ? active : judged);
    double[] method = judged.isEmpty() ? Algebra.equal(active.size()) : judged();
    if (!judged.isEmpty() && !unknown.isEmpty()) {
      double sum = Algebra.sum(method);
      sharing.addAll(unknown);
      double[] filled = Arrays.copyOf(method, sharing.size());
      Arrays.fill(filled, method.length, filled.length, Figures.mean(method));
      double all = Algebra.sum(filled);
      method = Arrays.stream(filled).map(w -> all == 0 ? 0 : w * sum / all).toArray();
    }
    method = Shrunk.weights(run.config, method);
    for (int i = 0; i < method.length; i++) {
      weights[sharing.get(i).index()] = method[i];
    }
    return weights;
  }

  private double[] judged() {
    double[][] returns = series.toArray(double[][]::new);
    return switch (method()) {
      case "equal_weight" -> Algebra.equal(returns.length);
      case "inverse_volatility" -> inverseVolatility(returns);
      case "risk_parity" -> Algebra.riskParity(covariance(returns));
      case "rolling_sharpe" -> rollingSharpe(returns);
      default -> kelly(returns);
    };
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
    double[] floors = floors();
    double[] inverse = new double[returns.length];
    for (int i = 0; i < inverse.length; i++) {
      double sigma = evidence() ? deviations.get(i) : Figures.deviation(returns[i]);
      inverse[i] = 1 / Math.max(Math.max(sigma, floors[i]), 1e-8);
    }
    return Algebra.normalised(inverse);
  }

  private double[][] covariance(double[][] returns) {
    int n = returns.length;
    double[][] covariance =
        days < 3 ? new double[n][n] : Shrunk.covariance(run.config, returns, 365);
    if (days >= 3) {
      double[] annual = Arrays.stream(floors()).map(floor -> floor * Math.sqrt(365)).toArray();
      covariance = Floors.under(covariance, annual);
    }
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
