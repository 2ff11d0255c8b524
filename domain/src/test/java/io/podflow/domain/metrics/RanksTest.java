package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("B2")
class RanksTest {

  static Stream<JsonNode> cases() {
    return Shared.cases("rank.json");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void agreesWithTheVectors(JsonNode vector) {
    double[] ranks = Ranks.percentile(Json.doubles(vector.at("/input/values")));

    assertThat(ranks)
        .as(vector.path("name").asText())
        .containsExactly(Json.doubles(vector.at("/expected/ranks")), offset(1e-12));
  }

  @Test
  void tiesShareTheMeanOfTheirPlaces() {
    assertThat(Ranks.percentile(new double[] {7, 3, 7, 1}))
        .containsExactly(2.5 / 3, 1.0 / 3, 2.5 / 3, 0);
  }

  @Test
  void aLoneValueIsInTheMiddle() {
    assertThat(Ranks.percentile(new double[] {-4})).containsExactly(0.5);
  }
}
