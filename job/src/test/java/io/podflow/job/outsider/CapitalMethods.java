package io.podflow.job.outsider;

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
  private final long close;
  private int days;

  CapitalMethods(Run run, long close) {
    this.run = run;
    this.close = close;
    this.active = run.config.pods.stream().filter(pod -> !pod.retired()).toList();
    window();
  }

  /** The days that count: the last ones, from the first day of any active pod on. */
  private void window() {
    int lookback = lookback();
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
    for (int i = 0; i < all.size(); i++) {
      double[] known = Arrays.copyOfRange(all.get(i), from, end);
      long missing = Arrays.stream(known).filter(Double::isNaN).count();
      if (days == 0 || 2 * missing < days) {
        judged.add(active.get(i));
        series.add(Arrays.stream(known).map(r -> Double.isNaN(r) ? 0 : r).toArray());
      }
    }
  }

  private int lookback() {
    int days = run.config.orchestrator("correlation_lookback").asInt();
    return method().equals("rolling_sharpe") ? Math.max(days, sharpeDays()) : days;
  }

  private String method() {
    return run.config.orchestrator("allocation_method").asText();
  }

  private int sharpeDays() {
    return run.config.orchestrator("rolling_sharpe").path("lookback").asInt();
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
    for (int i = 0; i < method.length; i++) {
      weights[sharing.get(i).index()] = method[i];
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
    return Algebra.normalised(
        Arrays.stream(returns)
            .mapToDouble(r -> 1 / Math.max(Figures.deviation(r), 1e-8))
            .toArray());
  }

  private double[][] covariance(double[][] returns) {
    int n = returns.length;
    double[][] covariance =
        days < 3 ? new double[n][n] : Shrunk.covariance(run.config, returns, 365);
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
