package io.podflow.domain.netting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("L7")
class NettingTest {

  private static final Offset<Double> TOLERANCE = within(1e-12);

  @TestFactory
  Stream<DynamicTest> goldenVectors() {
    return Shared.cases("netting.json")
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> check(c)));
  }

  @Test
  void allThirtyVectorsAreThere() {
    assertThat(Shared.cases("netting.json")).hasSize(30);
  }

  @Test
  void theGrossOfASymbolIsTheSumOfSizes() {
    Netting netting = Netting.of(new double[][] {{0.3, -0.1}, {-0.2, -0.4}}, 2);
    assertThat(netting.gross()).containsExactly(0.5, 0.5);
  }

  @Test
  @Tag("EX6")
  void aNetOfNothingIsNotClipped() {
    assertThat(SpotMarket.clip(new double[][] {{0.5}, {-0.5}}, 1)).containsExactly(false);
    assertThat(SpotMarket.clip(new double[][] {{0.5}, {-0.6}}, 1)).containsExactly(true);
  }

  private static void check(JsonNode c) {
    JsonNode input = c.path("input");
    JsonNode expected = c.path("expected");
    switch (c.path("op").asText()) {
      case "net" -> checkNet(input.path("pods"), expected);
      case "delta" -> checkDelta(input.path("targets"), input.path("current"), expected);
      case "scale" -> checkScale(input, expected.path("weights"));
      default -> throw new AssertionError("unknown op in " + c);
    }
  }

  private static void checkNet(JsonNode pods, JsonNode expected) {
    List<JsonNode> inputs = new ArrayList<>();
    pods.elements().forEachRemaining(inputs::add);
    List<String> symbols = symbolsOf(inputs);
    double[][] weights = inputs.stream().map(pod -> values(pod, symbols)).toArray(double[][]::new);
    Netting netting = Netting.of(weights, symbols.size());
    assertMatches(netting.net(), symbols, expected.path("net"));
    assertThat(netting.grossSum()).isCloseTo(expected.path("gross_sum").asDouble(), TOLERANCE);
    assertThat(netting.netSum()).isCloseTo(expected.path("net_sum").asDouble(), TOLERANCE);
    assertThat(netting.offsetRatio())
        .isCloseTo(expected.path("offset_ratio").asDouble(), TOLERANCE);
    assertThat(netting.grossLeverage())
        .isCloseTo(expected.path("gross_leverage_of_net").asDouble(), TOLERANCE);
  }

  private static void checkDelta(JsonNode targets, JsonNode current, JsonNode expected) {
    List<String> symbols = symbolsOf(List.of(targets, current));
    double[] deltas = Deltas.of(values(targets, symbols), values(current, symbols));
    assertMatches(deltas, symbols, expected.path("deltas"));
  }

  private static void checkScale(JsonNode input, JsonNode expected) {
    List<String> symbols = symbolsOf(List.of(input.path("weights")));
    double[] weights = values(input.path("weights"), symbols);
    double gross = Netting.of(new double[][] {weights}, weights.length).grossLeverage();
    double scale = new LeverageLimit(input.path("max_leverage").asDouble()).scale(gross);
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale;
    }
    assertMatches(weights, symbols, expected);
  }

  private static List<String> symbolsOf(List<JsonNode> objects) {
    TreeSet<String> symbols = new TreeSet<>();
    objects.forEach(o -> o.fieldNames().forEachRemaining(symbols::add));
    return List.copyOf(symbols);
  }

  private static double[] values(JsonNode object, List<String> symbols) {
    return symbols.stream().mapToDouble(s -> object.path(s).asDouble(0)).toArray();
  }

  private static void assertMatches(double[] actual, List<String> symbols, JsonNode expected) {
    assertThat(symbols).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i])
          .as(symbols.get(i))
          .isCloseTo(expected.path(symbols.get(i)).asDouble(Double.NaN), TOLERANCE);
    }
  }
}
