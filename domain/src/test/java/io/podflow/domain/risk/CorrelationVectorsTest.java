package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.settings.BreachSeverity;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.testing.Shared;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Mean correlation and its alert: {@code correlation.json}. */
@Tag("EV3")
class CorrelationVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return Shared.cases("correlation.json")
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertCase(c)));
  }

  private static void assertCase(JsonNode c) {
    JsonNode input = c.path("input");
    int lookback = input.path("lookback").asInt();
    double[][] returns = new double[input.path("returns").size()][];
    Arrays.setAll(returns, i -> last(input.path("returns").get(i), lookback));
    double value = CorrelationStress.of(returns);
    JsonNode expected = c.path("expected");
    if (expected.path("value").isNull()) {
      assertThat(value).isNaN();
    } else {
      assertThat(value).isCloseTo(expected.path("value").asDouble(), within(1e-12));
    }
    if (!input.path("threshold").isNull()) {
      assertThat(severities(input, value))
          .isEqualTo(
              expected.path("severity").isNull()
                  ? List.of()
                  : List.of(expected.path("severity").asText()));
    }
  }

  private static List<String> severities(JsonNode input, double value) {
    BreachSeverity severity =
        BreachSeverity.valueOf(input.path("severity_key").asText().toUpperCase(Locale.ROOT));
    OrchestratorSettings settings =
        Limits.correlation(input.path("threshold").asDouble(), severity);
    double none = Double.NaN;
    RiskMeasures measures =
        new RiskMeasures(none, none, none, none, new double[0], value, none, none);
    return new RiskLimits(settings)
        .check(measures).stream()
            .map(alert -> alert.severity().name().toLowerCase(Locale.ROOT))
            .toList();
  }

  private static double[] last(JsonNode series, int lookback) {
    double[] days = new double[Math.min(lookback, series.size())];
    int from = series.size() - days.length;
    Arrays.setAll(days, day -> series.get(from + day).asDouble(Double.NaN));
    return days;
  }
}
