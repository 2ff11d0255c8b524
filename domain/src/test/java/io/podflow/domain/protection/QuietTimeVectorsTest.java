package io.podflow.domain.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("TR6")
class QuietTimeVectorsTest {

  @TestFactory
  Stream<DynamicTest> quiet() {
    return Shared.cases("quiet.json")
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check(v)));
  }

  private static void check(JsonNode vector) {
    JsonNode expected = vector.path("expected");
    QuietTime quiet = new QuietTime(vector.at("/input/cooldown").asInt());
    HeldPosition held = new HeldPosition();
    int k = 0;
    for (JsonNode close : vector.at("/input/closes")) {
      if (close.path("bar").asBoolean()) {
        Double raw = close.path("raw").isNull() ? null : close.path("raw").asDouble();
        boolean holds = quiet.holds(held, close.path("stopped").asInt(), raw);
        double effective = holds || raw == null ? 0 : raw;
        assertThat(effective)
            .as("close %d", k)
            .isEqualTo(expected.at("/effective/" + k).asDouble());
      }
      assertThat(held.quietBars)
          .as("close %d", k)
          .isEqualTo(expected.at("/quiet_bars/" + k).asInt());
      k++;
    }
    assertThat(k).isPositive().isEqualTo(expected.path("effective").size());
  }
}
