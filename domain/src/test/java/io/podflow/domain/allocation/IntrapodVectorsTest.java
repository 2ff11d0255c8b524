package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.DualMomentumSettings;
import io.podflow.domain.testing.Shared;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The golden weights inside a pod. */
@Tag("L2")
class IntrapodVectorsTest {

  private static final double TOLERANCE = 1e-9;

  @TestFactory
  Stream<DynamicTest> waterFilling() {
    return cases("clamp").map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> fill(c)));
  }

  @TestFactory
  Stream<DynamicTest> methods() {
    return cases("allocate")
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> method(c)));
  }

  @TestFactory
  Stream<DynamicTest> allocator() {
    return cases("allocate")
        .filter(IntrapodVectorsTest::hasHistoryForItsMethod)
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> allocator(c)));
  }

  private static Stream<JsonNode> cases(String op) {
    return Shared.cases("intrapod.json").filter(c -> c.path("op").asText().equals(op));
  }

  /** The case with two returns shows the method below the gate of decision PO6. */
  private static boolean hasHistoryForItsMethod(JsonNode c) {
    return !Weighting.of(settings(c).method()).readsHistory()
        || Arrays.stream(returns(c)).allMatch(series -> series.length >= 10);
  }

  private static void fill(JsonNode c) {
    JsonNode input = c.path("input");
    double[] weights =
        WaterFilling.fill(
            numbers(input.path("raw")),
            input.path("min_weight").asDouble(),
            input.path("max_weight").asDouble());
    assertThat(weights)
        .containsExactly(numbers(c.path("expected").path("weights")), within(TOLERANCE));
  }

  private static void method(JsonNode c) {
    AssetAllocationSettings settings = settings(c);
    double[][] series =
        Arrays.stream(returns(c))
            .map(all -> ReturnSamples.window(all).last(settings.volLookback()))
            .toArray(double[][]::new);
    double[] raw =
        Weighting.of(settings.method())
            .raw(series, strengths(c), Covariance.SAMPLE, new double[series.length]);
    JsonNode expected = c.path("expected");
    assertThat(raw).containsExactly(numbers(expected.path("raw_weights")), tolerance(c));
    assertThat(WaterFilling.fill(raw, settings.minWeight(), settings.maxWeight()))
        .containsExactly(numbers(expected.path("weights")), tolerance(c));
  }

  private static void allocator(JsonNode c) {
    ReturnWindow[] windows =
        Arrays.stream(returns(c)).map(ReturnSamples::window).toArray(ReturnWindow[]::new);
    boolean[] eligible = new boolean[windows.length];
    Arrays.fill(eligible, true);
    assertThat(
            new AssetAllocator(settings(c), Covariance.SAMPLE, 0, VolatilityFloor.OFF)
                .weights(eligible, windows, strengths(c)))
        .containsExactly(numbers(c.path("expected").path("weights")), tolerance(c));
  }

  private static Offset<Double> tolerance(JsonNode c) {
    return within(c.path("tolerance").asDouble(TOLERANCE));
  }

  private static AssetAllocationSettings settings(JsonNode c) {
    JsonNode config = c.path("input").path("config");
    return new AssetAllocationSettings(
        AllocationMethod.valueOf(config.path("method").asText().toUpperCase(Locale.ROOT)),
        config.path("vol_lookback").asInt(),
        config.path("rebalance_bars").asInt(),
        config.path("min_weight").asDouble(),
        config.path("max_weight").asDouble(),
        DualMomentumSettings.DEFAULT);
  }

  private static double[][] returns(JsonNode c) {
    return StreamSupport.stream(c.path("input").path("returns").spliterator(), false)
        .map(IntrapodVectorsTest::numbers)
        .toArray(double[][]::new);
  }

  private static double[] strengths(JsonNode c) {
    JsonNode strengths = c.path("input").path("strengths");
    return StreamSupport.stream(c.path("input").path("symbols").spliterator(), false)
        .mapToDouble(symbol -> strengths.path(symbol.asText()).asDouble(0))
        .toArray();
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
