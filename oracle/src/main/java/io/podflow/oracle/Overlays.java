package io.podflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the overlays make of lifecycle weights, from recorded returns and drawdowns. */
final class Overlays {

  private static final int ENOUGH_DAYS = 5;
  private static final double TOLERANCE = 1e-12;

  private final Run run;
  private final long close;

  Overlays(Run run, long close) {
    this.run = run;
    this.close = close;
  }

  double[] of(double[] lifecycle) {
    double[] weights = lifecycle.clone();
    if (run.config.orchestrator("drawdown_derisk").isObject()) {
      derisk(weights, run.config.orchestrator("drawdown_derisk"));
    }
    if (run.config.orchestrator("volatility_target").isObject()) {
      aim(weights, run.config.orchestrator("volatility_target"));
    }
    if (run.config.orchestrator("cash_buffer").isObject()) {
      buffer(weights, run.config.orchestrator("cash_buffer"));
    }
    return weights;
  }

  private void buffer(double[] weights, JsonNode section) {
    double trend = section.path("trend_adx").asDouble();
    double range = section.path("range_adx").asDouble();
    double adx = Trends.mean(run, close, section.path("adx_period").asInt());
    double share = Math.max(0, Math.min(1, (trend - adx) / (trend - range)));
    double held = Double.isNaN(adx) ? 0 : share * section.path("max_buffer").asDouble();
    for (int p = 0; p < weights.length; p++) {
      weights[p] *= 1 - held;
    }
  }

  private void derisk(double[] weights, JsonNode section) {
    for (Config.Pod pod : run.config.pods) {
      double[] drawdowns = column(run, pod, close, "drawdown");
      double now = drawdowns.length == 0 ? 0 : drawdowns[drawdowns.length - 1];
      boolean half = now > section.path("half").asDouble() - TOLERANCE;
      boolean zero = now > section.path("zero").asDouble() - TOLERANCE;
      weights[pod.index()] *= zero ? 0 : half ? 0.5 : 1;
    }
  }

  private void aim(double[] weights, JsonNode section) {
    double[] returns = returnsOf(weights, section.path("lookback").asInt());
    double volatility =
        returns.length < ENOUGH_DAYS ? 0 : Figures.deviation(returns) * Math.sqrt(365);
    double factor = section.path("annual").asDouble() / volatility;
    factor = Math.min(section.path("cap").asDouble(), factor);
    factor = Math.max(section.path("floor").asDouble(), factor);
    double sum = Algebra.sum(weights);
    factor = factor * sum > 1 ? 1 / sum : factor;
    for (Config.Pod pod : run.config.pods) {
      weights[pod.index()] = Math.min(factor * weights[pod.index()], most(pod));
    }
  }

  /** Newest first: what the weights would have earned, back to a day on which one is missing. */
  private double[] returnsOf(double[] weights, int lookback) {
    List<double[]> all = new ArrayList<>();
    for (Config.Pod pod : run.config.pods) {
      all.add(column(run, pod, close, "daily_return"));
    }
    List<Double> days = new ArrayList<>();
    for (int t = all.get(0).length - 1; t >= 0 && days.size() < lookback; t--) {
      double day = 0;
      for (int p = 0; p < weights.length; p++) {
        day += weights[p] == 0 ? 0 : weights[p] * all.get(p)[t];
      }
      if (Double.isNaN(day)) {
        break;
      }
      days.add(day);
    }
    return days.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double most(Config.Pod pod) {
    return switch (run.state(pod, close)) {
      case "INCUBATION" -> pod.number("initial_fraction");
      case "PRODUCTION", "WARNING" -> pod.number("max_fraction");
      case "PROBATION" -> pod.number("min_fraction");
      default -> 0;
    };
  }

  /** A pod's recorded days up to a close, oldest first. */
  static double[] column(Run run, Config.Pod pod, long close, String column) {
    return run.recorded.rows("pods").stream()
        .filter(row -> row.time <= close && row.text("pod").equals(pod.id()))
        .mapToDouble(row -> row.number(column))
        .toArray();
  }
}
