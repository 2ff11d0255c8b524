package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.testing.Shared;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The golden capital weights across pods. */
@Tag("L1")
class CapitalVectorsTest {

  private static final double TOLERANCE = 1e-9;

  /**
   * No pod has a positive mean. They expect risk parity; by FP20 it is (1 − α) of that, and cash.
   */
  private static final Set<String> OVERRULED =
      Set.of("kelly_all_negative", "adaptive_kelly_mixed_4");

  @TestFactory
  Stream<DynamicTest> weights() {
    return cases(false)
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertWeights(c)));
  }

  @TestFactory
  Stream<DynamicTest> withoutPositiveMeanTheShareOfTheBetIsCash() {
    return cases(true)
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertCash(c)));
  }

  private static Stream<JsonNode> cases(boolean overruled) {
    return Shared.cases("capital.json")
        .filter(c -> OVERRULED.contains(c.path("name").asText()) == overruled);
  }

  private static void assertCash(JsonNode c) {
    double liveDays =
        pods(c).stream()
            .filter(PodCapital::isActive)
            .mapToInt(PodCapital::liveDays)
            .average()
            .orElseThrow();
    double ramp = c.path("input").path("kelly_confidence_ramp").asInt();
    double riskParity = 1 - Math.min(1, Math.floor(liveDays) / ramp);
    assertThat(Arrays.stream(weights(c).method()).sum()).isCloseTo(riskParity, within(1e-12));
  }

  private static void assertWeights(JsonNode c) {
    JsonNode expected = c.path("expected").path("weights");
    double[] wanted =
        stream(c.path("input").path("pods"))
            .mapToDouble(pod -> expected.path(pod.path("pod_id").asText()).asDouble())
            .toArray();
    double tolerance = c.path("tolerance").asDouble(TOLERANCE);
    assertThat(weights(c).lifecycle()).containsExactly(wanted, within(tolerance));
  }

  private static CapitalWeights weights(JsonNode c) {
    JsonNode input = c.path("input");
    String method = input.path("allocation_method").asText().toUpperCase(Locale.ROOT);
    CapitalSettings settings =
        CapitalSettings.of(CapitalMethod.valueOf(method))
            .with("kellyFraction", input.path("kelly_fraction").asDouble())
            .with("kellyConfidenceRamp", input.path("kelly_confidence_ramp").asInt())
            .with("correlationLookback", input.path("lookback").asInt());
    return new CapitalAllocator(settings.build()).weights(pods(c), returns(input));
  }

  private static List<PodCapital> pods(JsonNode c) {
    return stream(c.path("input").path("pods"))
        .map(
            pod ->
                new PodCapital(
                    pod.path("initial_fraction").asDouble(),
                    pod.path("min_fraction").asDouble(),
                    pod.path("max_fraction").asDouble(),
                    LifecycleState.valueOf(pod.path("state").asText("INCUBATION")),
                    pod.path("live_days").asInt(-1),
                    0))
        .toList();
  }

  private static double[][] returns(JsonNode input) {
    double[][] returns =
        stream(input.path("pods"))
            .map(pod -> numbers(input.path("returns").path(pod.path("pod_id").asText())))
            .toArray(double[][]::new);
    int days = Arrays.stream(returns).mapToInt(series -> series.length).max().orElse(0);
    return Arrays.stream(returns)
        .map(series -> series.length == 0 ? missing(days) : series)
        .toArray(double[][]::new);
  }

  private static double[] missing(int days) {
    double[] series = new double[days];
    Arrays.fill(series, Double.NaN);
    return series;
  }

  private static double[] numbers(JsonNode array) {
    return stream(array).mapToDouble(value -> value.asDouble(Double.NaN)).toArray();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
