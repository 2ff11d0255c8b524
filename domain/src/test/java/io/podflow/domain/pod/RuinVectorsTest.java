package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("RU1")
class RuinVectorsTest {

  @TestFactory
  Stream<DynamicTest> podAccounts() {
    return Shared.cases("ruin.json")
        .filter(v -> v.path("op").asText().equals("pod_account"))
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check(v)));
  }

  private static void check(JsonNode vector) {
    JsonNode closes = vector.at("/input/closes");
    JsonNode expected = vector.path("expected");
    PodState state = new PodState();
    int days = 0;
    int ruinedAt = -1;
    for (int k = 0; k < closes.size(); k++) {
      if (PodAccount.earn(state, closes.path(k).path(1).asDouble())) {
        assertThat(ruinedAt).as("once").isEqualTo(-1);
        ruinedAt = k;
      }
      assertThat(state.performance.index * state.dayValue)
          .as("account at close %d", k)
          .isCloseTo(expected.at("/account/" + k).asDouble(), within(1e-12));
      boolean last =
          k + 1 == closes.size()
              || closes.path(k + 1).path(0).asLong() != closes.path(k).path(0).asLong();
      if (last) {
        double wanted = expected.at("/daily_returns/" + days).asDouble();
        assertThat(PodAccount.endDay(state).dailyReturn()).isCloseTo(wanted, within(1e-12));
        days++;
      }
    }
    assertThat(days).isEqualTo(expected.path("daily_returns").size());
    JsonNode wanted = expected.path("ruined_at");
    assertThat(ruinedAt).isEqualTo(wanted.isNull() ? -1 : wanted.asInt());
  }
}
