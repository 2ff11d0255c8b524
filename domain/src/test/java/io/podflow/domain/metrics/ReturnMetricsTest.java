package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("B2")
class ReturnMetricsTest {

  static Stream<JsonNode> cases() {
    return Shared.cases("metrics.json")
        .filter(vector -> vector.path("op").asText().equals("series_metrics"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void agreesWithTheVectors(JsonNode vector) {
    double[] returns = Json.doubles(vector.at("/input/returns"));
    ReturnWindow window = window(Math.max(1, returns.length), returns);
    JsonNode expected = vector.path("expected");
    String name = vector.path("name").asText();

    int all = returns.length;
    Json.assertClose(
        name, ReturnMetrics.sharpe(window, all, 365), expected.path("sharpe").asDouble());
    Json.assertClose(
        name,
        ReturnMetrics.cumulativeReturn(window, all),
        expected.path("cumulative_return").asDouble());
    Json.assertClose(
        name, ReturnMetrics.maxDrawdown(window, all), expected.path("max_drawdown").asDouble());
  }

  @Test
  void figuresByHand() {
    ReturnWindow window = window(10, 0.10, -0.20, 0.30);

    // mean 0.2/3; deviations 1/30, -8/30, 7/30; variance (1 + 64 + 49)/900/2 = 114/1800
    assertThat(ReturnMetrics.sharpe(window, 10, 4))
        .isCloseTo(0.2 / 3 * 2 / Math.sqrt(114.0 / 1800), offset(1e-12));
    // 1.1 · 0.8 · 1.3
    assertThat(ReturnMetrics.cumulativeReturn(window, 10)).isCloseTo(0.144, offset(1e-12));
    assertThat(ReturnMetrics.maxDrawdown(window, 10)).isCloseTo(0.2, offset(1e-12));
  }

  @Test
  void theLookbackCountsFromTheNewestReturn() {
    ReturnWindow window = window(10, 0.5, -0.9, 0.10, 0.20);

    assertThat(ReturnMetrics.cumulativeReturn(window, 2)).isCloseTo(0.32, offset(1e-12));
    assertThat(ReturnMetrics.maxDrawdown(window, 2)).isZero();
    assertThat(ReturnMetrics.sharpe(window, 1, 365)).isZero();
  }

  @Test
  void standardDeviationDividesByOneLess() {
    assertThat(ReturnMetrics.standardDeviation(new double[] {2, 4, 4, 4, 5, 5, 7, 9}))
        .isCloseTo(Math.sqrt(32.0 / 7), offset(1e-15));
    assertThat(ReturnMetrics.standardDeviation(new double[] {3})).isZero();
  }

  static ReturnWindow window(int capacity, double... returns) {
    ReturnWindow window = new ReturnWindow(capacity);
    for (double value : returns) {
      window.add(value);
    }
    return window;
  }
}
