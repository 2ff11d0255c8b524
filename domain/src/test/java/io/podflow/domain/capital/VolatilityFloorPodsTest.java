package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.testing.Shared;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No risk measured is not least risk, between pods. */
@Tag("EV2")
class VolatilityFloorPodsTest {

  private static final double NONE = Double.NaN;

  @TestFactory
  Stream<DynamicTest> vectors() {
    return Shared.cases("volatility_floor.json")
        .filter(c -> c.path("op").asText().equals("weights"))
        .filter(c -> c.at("/input/kind").asText().equals("pods"))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertCase(c)));
  }

  private static void assertCase(JsonNode c) {
    JsonNode input = c.path("input");
    double[][] returns =
        stream(input.path("returns"))
            .map(series -> stream(series).mapToDouble(JsonNode::asDouble).toArray())
            .toArray(double[][]::new);
    String method = input.path("method").asText().toUpperCase(Locale.ROOT);
    double floor = input.path("volatility_floor").asDouble();
    double[] weights = weights(CapitalMethod.valueOf(method), floor, returns);
    double[] expected = stream(c.at("/expected/weights")).mapToDouble(JsonNode::asDouble).toArray();
    assertThat(weights).containsExactly(expected, within(1e-9));
  }

  private static double[] weights(CapitalMethod method, double floor, double[]... returns) {
    PodCapital pod = new PodCapital(0.5, 0, 1, LifecycleState.PRODUCTION, 365, 0);
    CapitalSettings settings = CapitalSettings.of(method).with("volatilityFloor", floor);
    return new CapitalAllocator(settings.build())
        .weights(Collections.nCopies(returns.length, pod), returns)
        .method();
  }

  private static double[] noise(long seed, int days, double size) {
    Random random = new Random(seed);
    double[] returns = new double[days];
    Arrays.setAll(returns, day -> size * random.nextGaussian() + size / 5);
    return returns;
  }

  /** Returns of the last days only. */
  private static double[] young(double[] returns, int days) {
    double[] young = returns.clone();
    Arrays.fill(young, 0, young.length - days, NONE);
    return young;
  }

  @ParameterizedTest
  @EnumSource(CapitalMethod.class)
  void anIdlePodGetsTheMeanOfTheOthersAndTheSumStays(CapitalMethod method) {
    double[] a = noise(1, 90, 0.01);
    double[] b = noise(2, 90, 0.03);
    double[] alone = weights(method, 0.25, a, b);
    double[] beside = weights(method, 0.25, a, b, new double[90]);
    double sum = alone[0] + alone[1];
    assertThat(beside)
        .containsExactly(new double[] {alone[0] * 2 / 3, alone[1] * 2 / 3, sum / 3}, within(1e-12));
  }

  @Test
  void nineReturnsAreNoEstimateAndTenAre() {
    double[] a = noise(1, 12, 0.01);
    double[] b = noise(2, 12, 0.03);
    double[] c = noise(3, 12, 0.02);
    double[] nine = weights(CapitalMethod.INVERSE_VOLATILITY, 0.25, a, b, young(c, 9));
    assertThat(nine[2]).isCloseTo(1.0 / 3, within(1e-12));
    double[] ten = weights(CapitalMethod.INVERSE_VOLATILITY, 0.25, a, b, young(c, 10));
    assertThat(ten[2]).isNotCloseTo(1.0 / 3, within(1e-3));
    assertThat(Arrays.stream(ten).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aPodThatMissesHalfTheWindowKeepsNothingButCountsInTheMedian() {
    double[] calm = noise(1, 60, 0.0001);
    double[] b = noise(2, 60, 0.01);
    double[] gone = young(noise(3, 60, 0.09), 20);
    double[] two = weights(CapitalMethod.INVERSE_VOLATILITY, 0.25, calm, b);
    double[] three = weights(CapitalMethod.INVERSE_VOLATILITY, 0.25, calm, b, gone);
    assertThat(two[0]).as("a quarter of the other's volatility").isCloseTo(0.8, within(1e-9));
    assertThat(three[2]).isZero();
    assertThat(three[0]).as("the floor is of the median of both").isLessThan(0.5);
  }

  @Test
  void withoutAnyEstimateAllGetTheSame() {
    for (CapitalMethod method : CapitalMethod.values()) {
      assertThat(weights(method, 0.25, noise(1, 9, 0.01), noise(2, 9, 0.05)))
          .containsExactly(0.5, 0.5);
    }
  }

  @Test
  void missingDaysCountInNoDeviation() {
    double[] a = noise(1, 60, 0.01);
    double[] b = noise(1, 60, 0.01);
    for (int day = 1; day < 60; day += 3) {
      b[day] = NONE;
    }
    double[] known = Arrays.stream(b).filter(value -> !Double.isNaN(value)).toArray();
    double[] weights = weights(CapitalMethod.INVERSE_VOLATILITY, 0.25, a, b);
    double ratio = ReturnMetrics.standardDeviation(a) / ReturnMetrics.standardDeviation(known);
    assertThat(weights[1] / weights[0]).isCloseTo(ratio, within(1e-9));
  }

  @Test
  void orderOfPodsDoesNotMatter() {
    for (CapitalMethod method : CapitalMethod.values()) {
      double[] a = noise(1, 90, 0.001);
      double[] b = noise(2, 90, 0.03);
      double[] c = noise(3, 90, 0.02);
      double[] still = new double[90];
      double[] one = weights(method, 0.25, a, b, c, still);
      double[] other = weights(method, 0.25, still, c, a, b);
      assertThat(new double[] {other[2], other[3], other[1], other[0]})
          .containsExactly(one, within(1e-9));
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
