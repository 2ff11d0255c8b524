package io.podflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;

/** What the strategies want, from the closes alone (docs/strategies.md; decisions SG1 to SG6). */
final class Signals {

  private static final int MOST_BARS = 1000;

  /** A signal and, where it is flat without a decision, why. */
  record Wanted(double value, String reason) {}

  private Signals() {}

  static Wanted at(Config.Pod pod, Series series, int index) {
    JsonNode params = pod.node().path("strategy_params");
    double barsPerYear = Grid.barsPerYear(pod.timeframe());
    return switch (pod.node().path("strategy_name").asText()) {
      case "buy-and-hold" -> new Wanted(params.path("strength").asDouble(), "");
      case "ts-momentum" -> momentum(params, barsPerYear, series, index);
      case "anchor-mom" -> anchor(params, barsPerYear, series, index);
      default -> throw new IllegalArgumentException(pod.id());
    };
  }

  private static Wanted momentum(JsonNode params, double barsPerYear, Series series, int index) {
    int lookback = params.path("lookback").asInt();
    int window = params.path("vol_window").asInt();
    if (index < Math.max(lookback, window)) {
      return new Wanted(0, "warm-up");
    }
    double direction = Math.signum(series.close(index) - series.close(index - lookback));
    if (direction < 0 && params.path("short_mode").asInt() == 0) {
      direction = 0;
    }
    double[] changes = series.returns(index, window);
    return new Wanted(direction * scale(params, changes, barsPerYear), "");
  }

  private static Wanted anchor(JsonNode params, double barsPerYear, Series series, int index) {
    int anchor = params.path("nearness_lookback").asInt();
    int lookback = params.path("mom_lookback").asInt();
    int window = params.path("vol_window").asInt();
    int atr = params.path("atr_period").asInt();
    int needed = Math.max(Math.max(anchor, atr), Math.max(lookback, window) + 1);
    if (index + 1 < needed) {
      return new Wanted(0, "warm-up");
    }
    double close = series.close(index);
    double nearness = close / highest(series, index, anchor);
    double momentum = Math.signum(close - series.close(index - lookback));
    double[] logs = new double[window];
    for (int i = 0; i < window; i++) {
      logs[i] = Math.log(series.close(index - i) / series.close(index - i - 1));
    }
    double configured = params.path("annualization_factor").asDouble();
    double strength = scale(params, logs, configured > 0 ? configured : barsPerYear);
    double stance = 0;
    if (momentum > 0 && nearness > params.path("strong_nearness").asDouble()) {
      stance = 1;
    } else if (momentum > 0 && nearness > params.path("weak_nearness").asDouble()) {
      stance = 0.7;
    } else if (momentum < 0 && nearness < params.path("short_nearness").asDouble()) {
      stance = shorts(params, close / highest(series, index, MOST_BARS) - 1);
    }
    return new Wanted(stance * strength, "");
  }

  private static double shorts(JsonNode params, double drawdown) {
    int mode = params.path("short_mode").asInt();
    if (mode == 2) {
      return -1;
    }
    boolean hedges = mode == 1 && drawdown < params.path("hedge_threshold").asDouble();
    return hedges ? -params.path("hedge_strength_ratio").asDouble() : 0;
  }

  private static double highest(Series series, int index, int count) {
    double highest = 0;
    for (int i = Math.max(0, index - count + 1); i <= index; i++) {
      highest = Math.max(highest, series.close(i));
    }
    return highest;
  }

  private static double scale(JsonNode params, double[] returns, double barsPerYear) {
    double volatility = Figures.deviation(returns) * Math.sqrt(barsPerYear);
    double least = params.path("min_volatility").asDouble();
    return params.path("vol_target").asDouble() / Math.max(volatility, least);
  }
}
