package io.podflow.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.metrics.Dispersion;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Who is ranked when some symbols stand still: {@code scores} of {@code volatility_floor.json}. */
@Tag("EV2")
class VarianceScoresTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return Shared.cases("volatility_floor.json")
        .filter(c -> c.path("op").asText().equals("scores"))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertCase(c)));
  }

  private static void assertCase(JsonNode c) {
    JsonNode input = c.path("input");
    SelectorSettings settings = Selectors.of(input.path("config"));
    int n = input.path("returns").size();
    boolean[] judged = new boolean[n];
    int[] counts = new int[n];
    double[] sharpe = new double[n];
    double[] gain = new double[n];
    double[] drawdown = new double[n];
    for (int i = 0; i < n; i++) {
      ReturnWindow window = new ReturnWindow(settings.windowBars());
      input.path("returns").get(i).forEach(value -> window.add(value.asDouble()));
      boolean constant =
          input.path("volatility_floor").asDouble() > 0
              && Dispersion.isNone(Dispersion.of(window, settings.sharpeLookback()));
      judged[i] = !input.path("returns").get(i).isNull() && !constant;
      counts[i] = window.size();
      sharpe[i] = ReturnMetrics.sharpe(window, settings.sharpeLookback(), 365);
      gain[i] = ReturnMetrics.cumulativeReturn(window, settings.returnLookback());
      drawdown[i] = ReturnMetrics.maxDrawdown(window, settings.sharpeLookback());
    }
    Ranking ranking = new CompositeScore(settings).rank(judged, counts, sharpe, gain, drawdown);
    JsonNode expected = c.path("expected");
    assertNear(ranking.bySharpe(), expected.path("sharpe_rank"), Double.NaN);
    assertNear(ranking.byReturn(), expected.path("return_rank"), Double.NaN);
    assertNear(ranking.byDrawdown(), expected.path("drawdown_rank"), Double.NaN);
    assertNear(ranking.scores(), expected.path("scores"), 0.5);
  }

  private static void assertNear(double[] found, JsonNode expected, double absent) {
    for (int i = 0; i < found.length; i++) {
      if (expected.get(i).isNull()) {
        assertThat(found[i]).isEqualTo(Double.valueOf(absent));
      } else {
        assertThat(found[i]).isCloseTo(expected.get(i).asDouble(), within(1e-12));
      }
    }
  }
}
