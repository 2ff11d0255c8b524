package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.testing.Shared;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The golden estimates of volatility and what the cap makes of them. */
@Tag("EV4")
class VolatilityCapVectorsTest {

  /** The vectors' own tolerance for differences of large terms; the rest is far closer. */
  private static final double TOLERANCE = 1e-10;

  /** A perfect hedge leaves only rounding of the two ways to add. */
  private static final double ROUNDING = 1e-6;

  @TestFactory
  Stream<DynamicTest> vectors() {
    return Shared.cases("volatility_cap.json")
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertCase(c)));
  }

  private static void assertCase(JsonNode c) {
    JsonNode input = c.path("input");
    JsonNode expected = c.path("expected");
    double[] net = numbers(input.path("net"));
    double[] kept = numbers(input.path("kept"));
    double[] weights = new double[net.length];
    for (int s = 0; s < net.length; s++) {
      weights[s] = net[s] + kept[s];
    }
    Double limit = input.path("limit").isNull() ? null : input.path("limit").asDouble();
    VolatilityCap cap = new VolatilityCap(limit);
    VolatilityEstimate estimate =
        cap.isSet()
            ? VolatilityEstimate.of(
                weights, closes(input), flags(input.path("stale")), estimator(input))
            : VolatilityEstimate.NONE;
    assertNumber(expected.path("estimate"), estimate.value());
    assertThat(estimate.days()).isEqualTo(expected.path("days").asInt());
    assertNumber(expected.path("assumed_volatility"), estimate.assumed());
    double scale = cap.scale(estimate);
    assertNumber(expected.path("scale"), scale);
    assertThat(scale < 1).isEqualTo(expected.path("bound").asBoolean());
    boolean[] mayMove = flags(input.path("may_move"));
    for (int s = 0; s < net.length; s++) {
      double target = net[s] * (mayMove[s] ? scale : 1) + kept[s];
      assertNumber(expected.path("targets").get(s), target);
    }
  }

  private static void assertNumber(JsonNode expected, double value) {
    if (expected.isNull()) {
      assertThat(value).isNaN();
      return;
    }
    double wanted = expected.asDouble();
    double tolerance =
        Math.abs(wanted) < ROUNDING ? ROUNDING : TOLERANCE * Math.max(1e-3, Math.abs(wanted));
    assertThat(value).isCloseTo(wanted, within(tolerance));
  }

  private static Covariance estimator(JsonNode input) {
    return Covariance.valueOf(input.path("covariance").asText().toUpperCase(Locale.ROOT));
  }

  private static double[][] closes(JsonNode input) {
    return stream(input.path("day_closes"))
        .map(VolatilityCapVectorsTest::numbers)
        .toArray(double[][]::new);
  }

  private static double[] numbers(JsonNode array) {
    return stream(array).mapToDouble(n -> n.isNull() ? Double.NaN : n.asDouble()).toArray();
  }

  private static boolean[] flags(JsonNode array) {
    boolean[] flags = new boolean[array.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = array.get(i).asBoolean();
    }
    return flags;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
