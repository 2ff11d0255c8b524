package io.podflow.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.config.violation.Violation;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.domain.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The golden vectors of configuration validity. No case contradicts the decisions: none has an
 * unknown key (VA3), and a configuration without {@code turnover_constraint} is expected to get the
 * defaults (V2). The vectors give made-up parameters to {@code ctrend}, so no strategy is installed
 * here.
 */
@Tag("V1")
@Tag("V2")
class ConfigVectorsTest {

  /** A default that the vectors have as it was, and what a later decision made of it. */
  private record Replaced(String decision, double before, @Nullable Double now) {

    boolean is(JsonNode expected, JsonNode actual) {
      boolean isNow = now == null ? actual.isNull() : actual.isNumber() && actual.asDouble() == now;
      return expected.isNumber() && expected.doubleValue() == before && isNow;
    }
  }

  private static final Map<String, Replaced> REPLACED =
      Map.of(
          "max_portfolio_volatility", new Replaced("EV4", 0.2, null),
          "rebalance_threshold", new Replaced("TR1", 0.05, 0.10),
          "system_stop_loss", new Replaced("TR6", 0.1, null));

  private static final ConfigReader READER = new ConfigReader(StrategyCatalogue.of());

  @TestFactory
  Stream<DynamicTest> agreesWithEveryVector() {
    return Shared.cases("config.json")
        .map(vector -> DynamicTest.dynamicTest(vector.path("name").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    ConfigReading reading = READER.parse(vector.at("/input/yaml").asText(), "vector.yaml");
    JsonNode expected = vector.path("expected");
    assertThat(reading.isValid())
        .as(() -> reading.violations().toString())
        .isEqualTo(expected.path("valid").asBoolean());
    if (reading.isValid()) {
      assertSubset("", expected.path("resolved"), EffectiveConfig.tree(reading.orThrow()));
      String yaml = EffectiveConfig.yaml(reading.orThrow());
      assertThat(READER.parse(yaml, "again").orThrow()).isEqualTo(reading.orThrow());
    } else {
      assertFaults(vector, reading.violations());
    }
  }

  private static void assertFaults(JsonNode vector, List<Violation> violations) {
    List<String> reported = violations.stream().map(Violation::path).toList();
    Set<String> expected =
        StreamSupport.stream(vector.at("/expected/at_fault").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    assertThat(violations).allMatch(violation -> violation.line() > 0);
    if (vector.path("cross_field").asBoolean()) {
      assertThat(expected).containsAnyElementsOf(reported).containsAll(reported);
    } else if (expected.isEmpty()) {
      assertThat(reported).containsExactly("");
    } else {
      assertThat(reported).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** Every key and value of {@code expected} stands in {@code actual}. */
  private static void assertSubset(String path, JsonNode expected, JsonNode actual) {
    assertThat(actual).as(path).isNotNull();
    Replaced replaced = REPLACED.get(path.substring(path.lastIndexOf('.') + 1));
    if (replaced != null && replaced.is(expected, actual)) {
      return;
    }
    if (expected.isObject()) {
      expected
          .fieldNames()
          .forEachRemaining(
              name -> assertSubset(path + "." + name, expected.get(name), actual.get(name)));
    } else if (expected.isArray()) {
      List<JsonNode> elements = new ArrayList<>();
      actual.forEach(elements::add);
      assertThat(elements).as(path).hasSize(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertSubset(path + "." + i, expected.get(i), elements.get(i));
      }
    } else if (expected.isNumber()) {
      assertThat(actual.isNumber()).as(path).isTrue();
      assertThat(actual.doubleValue()).as(path).isEqualTo(expected.doubleValue());
    } else {
      assertThat(actual).as(path).isEqualTo(expected);
    }
  }
}
