package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.api.Timeframe;
import io.podflow.domain.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("DA4")
class JumpsVectorsTest {

  private static final long DAY = Timeframe.D1.millis();

  @TestFactory
  Stream<DynamicTest> agreesWithEveryCase() {
    return Shared.cases("jumps.json")
        .map(vector -> DynamicTest.dynamicTest(vector.path("name").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    List<JsonNode> series = new ArrayList<>();
    series.add(vector.at("/input/closes"));
    vector.at("/input/others").forEach(series::add);
    List<List<Long>> expected = new ArrayList<>();
    vector
        .at("/expected/events")
        .forEach(event -> expected.add(List.of(event.get(0).asLong(), event.get(1).asLong())));

    assertThat(told(series)).isEqualTo(expected);
  }

  /** Of the first series: the close of each jump and the close at which it is told. */
  private static List<List<Long>> told(List<JsonNode> series) {
    JumpWatch[] watches = Jumps.watches(series.size());
    List<List<Long>> told = new ArrayList<>();
    for (int t = 0; t < series.get(0).size(); t++) {
      boolean[] present = new boolean[series.size()];
      double[] closes = new double[series.size()];
      for (int i = 0; i < closes.length; i++) {
        present[i] = !series.get(i).get(t).isNull();
        closes[i] = series.get(i).get(t).asDouble();
      }
      for (Jumps.Jump jump : Jumps.atClose(watches, t * DAY, present, closes)) {
        if (jump.position() == 0) {
          told.add(List.of(jump.time() / DAY, (long) t));
        }
      }
    }
    return told;
  }

  @Test
  void whatIsRememberedIsBounded() {
    JumpWatch[] watches = Jumps.watches(1);
    for (int t = 0; t < 1_000; t++) {
      Jumps.atClose(watches, t, new boolean[] {true}, new double[] {t + 1});
    }
    assertThat(watches[0].closes).hasSize(8).endsWith(1_000);
    assertThat(watches[0].times).hasSize(8).endsWith(999);
    assertThat(watches[0].jumped).hasSize(8);
  }
}
