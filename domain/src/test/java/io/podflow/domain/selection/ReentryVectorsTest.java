package io.podflow.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All traces of {@code reentry.json}: states, levels, counters, and the rule at every bar. */
@Tag("EV1")
class ReentryVectorsTest {

  static Stream<JsonNode> cases() {
    return Shared.cases("reentry.json");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void agreesAtEveryBar(JsonNode vector) {
    SelectorSettings settings = Selectors.of(vector.at("/input/config"));
    SelectorRun run = new SelectorRun(settings, vector.at("/input/symbols").size());
    JsonNode bars = vector.at("/input/bars");
    assertThat(bars.size()).isPositive();
    for (int bar = 0; bar < bars.size(); bar++) {
      play(run, bars.get(bar));
      for (int i = 0; i < run.machines.length; i++) {
        SelectorState machine = run.machines[i];
        String found =
            machine.state()
                + " "
                + machine.level()
                + " '"
                + run.moved[i].label()
                + "' "
                + machine.confirmation()
                + " "
                + machine.cooldown();
        assertThat(found)
            .as("%s, bar %s, symbol %s", vector.path("name").asText(), bar, i)
            .isEqualTo(expected(vector.path("expected"), bar, i));
      }
    }
  }

  private static void play(SelectorRun run, JsonNode bar) {
    double[] scores = new double[run.machines.length];
    for (int i = 0; i < scores.length; i++) {
      JsonNode hard = bar.path("hard").path(i);
      run.present[i] = !bar.path("scores").get(i).isNull();
      scores[i] = bar.path("scores").get(i).asDouble();
      run.returnCounts[i] = hard.isNull() ? 9 : 10;
      run.sharpe[i] = hard.isNull() ? -99 : hard.path(0).asDouble();
      run.maxDrawdown[i] = hard.isNull() ? 0.99 : hard.path(1).asDouble();
    }
    run.bar(scores);
  }

  private static String expected(JsonNode expected, int bar, int i) {
    return expected.path("states").get(bar).get(i).asText()
        + " "
        + expected.path("levels").get(bar).get(i).asInt()
        + " '"
        + expected.path("rules").get(bar).get(i).asText()
        + "' "
        + expected.path("confirmation").get(bar).get(i).asInt()
        + " "
        + expected.path("cooldown").get(bar).get(i).asInt();
  }
}
