package io.podflow.config;

import io.podflow.api.BarSeries;
import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.StrategyProvider;
import io.podflow.api.Timeframe;
import io.podflow.config.violation.Violation;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.nio.file.Path;
import java.util.List;

/** Small configurations, a fake strategy, and the folder of shipped files. */
final class TestConfigs {

  static final ConfigReader READER = new ConfigReader(StrategyCatalogue.of(new Fake()));

  /** A valid document with one pod; sections can be appended at the level of a pod's keys. */
  static final String ONE_POD =
      """
      orchestrator:
        pods:
        - pod_id: a
          strategy_name: fake
          symbols: [BTC/USDT, ETH/USDT, SOL/USDT]
      """;

  private TestConfigs() {}

  static StrategyProvider fake() {
    return new Fake();
  }

  static Path shipped(String file) {
    return Path.of(System.getProperty("podflow.root", ".."), "config", file);
  }

  /** {@link #ONE_POD} with more keys of the pod, one per line. */
  static String pod(String... lines) {
    return ONE_POD + indented(4, lines);
  }

  /** {@link #ONE_POD} with more keys of the orchestrator, one per line. */
  static String orchestrator(String... lines) {
    return ONE_POD + indented(2, lines);
  }

  private static String indented(int spaces, String... lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(" ".repeat(spaces)).append(line).append('\n');
    }
    return text.toString();
  }

  static ConfigReading parse(String text) {
    return READER.parse(text, "test.yaml");
  }

  static List<String> messages(String text) {
    return parse(text).violations().stream().map(Violation::toString).toList();
  }

  /** A strategy that knows one whole parameter, one number, and a rule between them. */
  private static final class Fake implements StrategyProvider {

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(
          Parameter.whole("lookback", 60, 5, 500, "Bars"),
          Parameter.above("target", 0.35, 0, 1, "Volatility"),
          Parameter.choice("features", List.of("relative", "original"), "Units"));
    }

    @Override
    public List<String> violations(Parameters parameters) {
      return parameters.whole("lookback") == 7 ? List.of("lookback must not be 7") : List.of();
    }

    @Override
    public boolean sellsShort(Parameters parameters) {
      return parameters.whole("lookback") == 8;
    }

    @Override
    public boolean isAlwaysInvested(Parameters parameters) {
      return parameters.whole("lookback") == 9;
    }

    @Override
    public Strategy create(Parameters parameters, Timeframe timeframe) {
      return new Strategy() {
        @Override
        public int historyBars() {
          return 1;
        }

        @Override
        public Signal onClose(BarSeries bars) {
          return Signal.warmUp();
        }
      };
    }
  }
}
