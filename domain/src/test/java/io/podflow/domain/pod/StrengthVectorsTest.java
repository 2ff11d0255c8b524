package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.settings.ExposureBasis;
import io.podflow.domain.testing.Shared;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

class StrengthVectorsTest {

  @TestFactory
  @Tag("C1")
  Stream<DynamicTest> strengths() {
    return cases("adjust_strength", StrengthVectorsTest::checkStrengths);
  }

  private static Stream<DynamicTest> cases(String op, Consumer<JsonNode> check) {
    return Shared.cases("strength.json")
        .filter(vector -> vector.path("op").asText().equals(op))
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check.accept(v)));
  }

  private static void checkStrengths(JsonNode vector) {
    JsonNode input = vector.path("input");
    JsonNode expected = vector.path("expected").path("adjusted");
    Exposure exposure = new Exposure(ExposureBasis.PER_ASSET, input.path("symbols").size());
    assertThat(expected).isNotEmpty();
    for (int i = 0; i < expected.size(); i++) {
      double signal = input.path("strengths").path(i).asDouble();
      JsonNode multipliers = input.path("multipliers");
      double multiplier = multipliers.isNull() ? 1 : multipliers.path(i).asDouble();
      JsonNode weights = input.path("weights");
      double target =
          weights.isNull()
              ? exposure.unallocated(signal, multiplier)
              : exposure.allocated(signal, weights.path(i).asDouble(), multiplier);
      assertThat(target).isCloseTo(expected.path(i).asDouble(), within(1e-12));
    }
  }
}
