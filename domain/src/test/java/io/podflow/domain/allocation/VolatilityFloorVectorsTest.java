package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.metrics.Dispersion;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The golden floors, and weights inside a pod, of {@code volatility_floor.json}. */
@Tag("EV2")
class VolatilityFloorVectorsTest {

  private static final double EXACT = 1e-12;
  private static final double SOLVED = 1e-9;

  @TestFactory
  Stream<DynamicTest> vectors() {
    return Shared.cases("volatility_floor.json")
        .filter(c -> c.path("op").asText().equals("weights"))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertCase(c)));
  }

  private static void assertCase(JsonNode c) {
    JsonNode input = c.path("input");
    ReturnWindow[] windows =
        stream(input.path("returns"))
            .map(series -> ReturnSamples.window(numbers(series)))
            .toArray(ReturnWindow[]::new);
    int lookback = input.path("lookback").asInt();
    double[] deviations =
        Arrays.stream(windows).mapToDouble(w -> Dispersion.of(w, lookback)).toArray();
    JsonNode expected = c.path("expected");
    double[] shown =
        Arrays.stream(deviations).map(value -> Dispersion.isNone(value) ? 0 : value).toArray();
    assertNear(shown, expected.path("deviations"), EXACT);
    VolatilityFloor floor = new VolatilityFloor(input.path("volatility_floor").asDouble());
    double[] floors = floor.of(deviations);
    for (int i = 0; i < floors.length; i++) {
      if (floor.accepts(deviations[i]) && !floor.isOff()) {
        assertThat(floors[i])
            .isCloseTo(expected.path("floors").get(i).asDouble(), within(EXACT * 0.1));
        assertThat(Math.max(deviations[i], floors[i]))
            .isCloseTo(expected.path("floored").get(i).asDouble(), within(EXACT * 0.1));
      }
    }
    if (input.path("kind").asText().equals("symbols")) {
      boolean solved = input.path("method").asText().equals("risk_parity");
      assertNear(weights(input, windows, floor), expected.path("weights"), solved ? SOLVED : EXACT);
    }
  }

  private static double[] weights(JsonNode input, ReturnWindow[] windows, VolatilityFloor floor) {
    AssetAllocationSettings settings =
        new AssetAllocationSettings(
            AllocationMethod.valueOf(upper(input, "method")),
            input.path("lookback").asInt(),
            5,
            input.path("min_weight").asDouble(),
            input.path("max_weight").asDouble(),
            DualMomentumSettings.DEFAULT);
    boolean[] all = new boolean[windows.length];
    Arrays.fill(all, true);
    return new AssetAllocator(settings, Covariance.valueOf(upper(input, "covariance")), 0, floor)
        .weights(all, windows, new double[windows.length]);
  }

  private static void assertNear(double[] found, JsonNode expected, double relative) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.length; i++) {
      if (expected.get(i).isNull()) {
        assertThat(found[i]).isNaN();
      } else {
        double wanted = expected.get(i).asDouble();
        assertThat(found[i]).isCloseTo(wanted, within(relative * Math.max(wanted, 1e-3)));
      }
    }
  }

  private static String upper(JsonNode input, String key) {
    return input.path(key).asText().toUpperCase(Locale.ROOT);
  }

  private static double[] numbers(JsonNode array) {
    return stream(array).mapToDouble(JsonNode::asDouble).toArray();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
