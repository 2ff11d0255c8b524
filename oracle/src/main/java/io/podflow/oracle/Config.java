package io.podflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The effective configuration as the map it is, and the few things that follow from it alone. */
public final class Config {

  private final JsonNode root;
  private final Map<String, String> finest = new HashMap<>();
  final List<Pod> pods = new ArrayList<>();

  public Config(JsonNode root) {
    this.root = root;
    for (JsonNode pod : root.path("orchestrator").path("pods")) {
      List<String> symbols = new ArrayList<>();
      pod.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
      pods.add(new Pod(pods.size(), pod, symbols));
    }
  }

  JsonNode backtest(String key) {
    return root.path("backtest").path(key);
  }

  JsonNode orchestrator(String key) {
    return root.path("orchestrator").path(key);
  }

  /** NaN for null, which nothing exceeds. */
  double number(String orchestratorKey) {
    JsonNode value = orchestrator(orchestratorKey);
    return value.isNull() ? Double.NaN : value.asDouble();
  }

  String journal(String key) {
    return root.path("journal").path(key).asText("decided");
  }

  int staleAfter() {
    return orchestrator("stale_after_bars").asInt();
  }

  /** Share of a fill's notional that it costs (EX2). */
  double costRate() {
    return (number("cost_bps") + number("slippage_bps") + number("impact_bps")) / 10_000;
  }

  /** All symbols, sorted. */
  List<String> universe() {
    TreeSet<String> symbols = new TreeSet<>();
    pods.forEach(pod -> symbols.addAll(pod.symbols()));
    return List.copyOf(symbols);
  }

  /** Timeframes in which pods trade a symbol, shortest first; all symbols for an empty name. */
  List<String> timeframes(String symbol) {
    return pods.stream()
        .filter(pod -> symbol.isEmpty() || pod.symbols().contains(symbol))
        .map(Pod::timeframe)
        .distinct()
        .sorted((a, b) -> Long.compare(Grid.length(a), Grid.length(b)))
        .toList();
  }

  /** The timeframe whose bars the symbol fills on (FP7). */
  String finest(String symbol) {
    return finest.computeIfAbsent(symbol, name -> timeframes(name).get(0));
  }

  /** One entry of {@code pods}. */
  record Pod(int index, JsonNode node, List<String> symbols) {

    String id() {
      return node.path("pod_id").asText();
    }

    String timeframe() {
      return node.path("timeframe").asText();
    }

    String initialState() {
      return node.path("initial_state").asText().toUpperCase(Locale.ROOT);
    }

    boolean startsRetired() {
      return initialState().equals("RETIRED");
    }

    /** What the pod says wins. */
    boolean isJudged(boolean ofAll) {
      JsonNode own = node.path("lifecycle");
      return own.isObject() ? own.path("enabled").asBoolean() : ofAll;
    }

    double number(String key) {
      return node.path(key).asDouble();
    }

    /** Whether signals come of a fitted model; the golden forecasts test those. */
    boolean forecasts() {
      return List.of("ctrend", "ctrend-x", "gbtrend").contains(node.path("strategy_name").asText());
    }

    boolean perPod() {
      return node.path("exposure_basis").asText().equals("per_pod");
    }

    boolean selects() {
      return node.path("asset_selector").path("enabled").asBoolean(false);
    }

    boolean allocates() {
      return node.path("asset_allocation").isObject();
    }

    JsonNode allocation(String key) {
      return node.path("asset_allocation").path(key);
    }

    /** A selector setting; the default where no selector acts (FP15). */
    double selector(String key) {
      return selects() ? node.path("asset_selector").path(key).asDouble() : defaultOf(key);
    }

    /** A selector limit that may be absent; NaN, which nothing is above or below, without it. */
    double selectorLimit(String key) {
      JsonNode limit = node.path("asset_selector").path(key);
      return limit.isNumber() ? limit.asDouble() : Double.NaN;
    }

    private static double defaultOf(String key) {
      return switch (key) {
        case "sharpe_weight" -> 0.4;
        case "return_weight", "drawdown_weight" -> 0.3;
        case "sharpe_lookback" -> 60;
        case "return_lookback" -> 30;
        case "ramp_steps" -> 3;
        default -> throw new IllegalArgumentException(key);
      };
    }
  }
}
