package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerformanceTest {

  private static final Map<String, ToDoubleFunction<Performance>> FIGURES =
      Map.of(
          "total_return", Performance::totalReturn,
          "sharpe_ratio", Performance::sharpeRatio,
          "max_drawdown", Performance::maxDrawdown,
          "calmar_ratio", Performance::meanCalmar,
          "win_rate", Performance::winRate,
          "rolling_volatility", Performance::volatility,
          "peak_equity", Performance::peakEquity,
          "current_equity", Performance::currentEquity,
          "current_drawdown", Performance::currentDrawdown,
          "live_days", Performance::liveDays);

  static Stream<JsonNode> cases() {
    return Shared.cases("metrics.json")
        .filter(vector -> vector.path("op").asText().equals("pod_performance"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void agreesWithTheVectorsAfterEveryDay(JsonNode vector) {
    JsonNode days = vector.at("/expected/after_each_day");
    double[] returns = Json.doubles(vector.at("/input/daily_returns"));
    assertThat(days).hasSameSizeAs(returns);
    Performance performance = new Performance();
    for (int day = 0; day < returns.length; day++) {
      performance.add(returns[day]);
      JsonNode expected = days.get(day);
      assertThat(expected.size()).isEqualTo(FIGURES.size());
      String where = vector.path("name").asText() + " day " + day + " ";
      FIGURES.forEach(
          (name, figure) ->
              Json.assertClose(
                  where + name, figure.applyAsDouble(performance), number(expected, name)));
    }
  }

  private static double number(JsonNode day, String name) {
    assertThat(day.has(name)).as(name).isTrue();
    return day.path(name).asDouble();
  }

  @Test
  void figuresByHand() {
    Performance performance = new Performance();
    performance.add(0.10);
    performance.add(-0.20);

    assertThat(performance.totalReturn()).isCloseTo(-0.12, offset(1e-15));
    assertThat(performance.currentDrawdown()).isCloseTo(0.2, offset(1e-15));
    assertThat(performance.winRate()).isEqualTo(0.5);
    // deviations ±0.15, so the variance is 0.045; the mean is −0.05
    assertThat(performance.volatility()).isCloseTo(Math.sqrt(0.045 * 365), offset(1e-12));
    assertThat(performance.meanCalmar()).isCloseTo(-0.05 * 365 / 0.2, offset(1e-10));
  }

  @Test
  void oneDayAloneSaysLittleButTheIndexIsThere() {
    Performance performance = new Performance();
    performance.add(-0.3);

    assertThat(performance.totalReturn()).isEqualTo(-0.3, offset(1e-15));
    assertThat(performance.maxDrawdown()).isZero();
    assertThat(performance.deepest).isCloseTo(0.3, offset(1e-15));
  }
}
