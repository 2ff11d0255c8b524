package io.podflow.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.testing.Shared;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All traces of {@code selector.json}: given scores, given returns, given closes with gaps. */
@Tag("B1")
@Tag("B2")
@Tag("B3")
@Tag("B4")
@Tag("B5")
@Tag("B6")
@Tag("B7")
@Tag("B8")
@Tag("B9")
@Tag("B10")
@Tag("B11")
class SelectorVectorsTest {

  /** Their machines come back at a bar that is still beyond a limit, which EV1 forbids. */
  private static final Set<String> REPLACED_BY_EV1 =
      Stream.of(
              Stream.of("hard_same_bar_readmission_edge", "hard_in_cooldown_ignored"),
              numbered("random_given_%03d", 8, 12, 26, 28, 30, 31, 34, 36),
              numbered("raw_given_%03d", 3, 5, 6, 8, 9, 11, 14, 15, 16, 18, 20, 22, 25, 29, 31, 32),
              numbered("close_given_%02d", 2, 4, 5))
          .flatMap(names -> names)
          .collect(Collectors.toSet());

  private static Stream<String> numbered(String pattern, int... numbers) {
    return IntStream.of(numbers).mapToObj(pattern::formatted);
  }

  static Stream<JsonNode> cases() {
    return Shared.cases("selector.json")
        .filter(vector -> !REPLACED_BY_EV1.contains(vector.path("name").asText()));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void agreesAtEveryBar(JsonNode vector) {
    Trace trace = new Trace(vector);
    int bars = vector.at("/expected/states").size();
    assertThat(bars).isPositive();
    for (int bar = 0; bar < bars; bar++) {
      trace.play(bar);
      trace.compare(bar);
    }
  }

  private static final class Trace {

    private final JsonNode vector;
    private final SelectorSettings settings;
    private final SelectorRun run;
    private final ReturnWindow[] windows;
    private final double[] returns;

    Trace(JsonNode vector) {
      this.vector = vector;
      this.settings = Selectors.of(vector.at("/input/config"));
      int symbols = vector.at("/input/symbols").size();
      this.run = new SelectorRun(settings, symbols);
      this.windows = new ReturnWindow[symbols];
      this.returns = new double[symbols];
      Arrays.setAll(windows, i -> new ReturnWindow(settings.windowBars()));
    }

    void play(int bar) {
      run.nothingHard();
      switch (vector.path("mode").asText()) {
        case "scores" -> givenScores(vector.at("/input/bars").get(bar));
        case "returns" -> givenReturns(bar);
        case "closes" -> givenCloses(bar);
        default -> throw new IllegalArgumentException(vector.path("mode").asText());
      }
    }

    private void givenScores(JsonNode bar) {
      double[] scores = new double[windows.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = bar.path("scores").get(i).asDouble();
        JsonNode hard = bar.path("hard").path(i);
        if (bar.has("hard")) {
          run.returnCounts[i] = hard.isNull() ? 0 : 60;
          run.sharpe[i] = hard.path(0).asDouble();
          run.maxDrawdown[i] = hard.path(1).asDouble();
        }
      }
      run.bar(scores);
    }

    private void givenReturns(int bar) {
      for (int i = 0; i < windows.length; i++) {
        windows[i].add(vector.at("/input/returns").get(i).get(bar).asDouble());
      }
      scoreAndStep(bar);
    }

    private void givenCloses(int bar) {
      for (int i = 0; i < windows.length; i++) {
        JsonNode closes = vector.at("/input/closes").get(i);
        run.present[i] = !closes.get(bar).isNull();
        double before = lastCloseBefore(closes, bar);
        if (run.present[i] && !Double.isNaN(before)) {
          windows[i].add(closes.get(bar).asDouble() / before - 1);
        }
      }
      scoreAndStep(bar);
    }

    private static double lastCloseBefore(JsonNode closes, int bar) {
      for (int earlier = bar - 1; earlier >= 0; earlier--) {
        if (!closes.get(earlier).isNull()) {
          return closes.get(earlier).asDouble();
        }
      }
      return Double.NaN;
    }

    private void scoreAndStep(int bar) {
      for (int i = 0; i < windows.length; i++) {
        run.returnCounts[i] = windows[i].size();
        run.sharpe[i] = ReturnMetrics.sharpe(windows[i], settings.sharpeLookback(), 365);
        run.maxDrawdown[i] = ReturnMetrics.maxDrawdown(windows[i], settings.sharpeLookback());
        returns[i] = ReturnMetrics.cumulativeReturn(windows[i], settings.returnLookback());
      }
      double[] scores =
          new CompositeScore(settings)
              .rank(run.present, run.returnCounts, run.sharpe, returns, run.maxDrawdown)
              .scores();
      JsonNode expected = vector.at("/expected/scores").get(bar);
      for (int i = 0; i < scores.length; i++) {
        if (!expected.get(i).isNull()) {
          assertThat(scores[i])
              .as(where(bar, i))
              .isCloseTo(expected.get(i).asDouble(), offset(1e-9));
        }
      }
      run.bar(scores);
    }

    void compare(int bar) {
      for (int i = 0; i < windows.length; i++) {
        assertThat(run.state(i).name())
            .as(where(bar, i))
            .isEqualTo(vector.at("/expected/states").get(bar).get(i).asText());
        assertThat(run.multiplier(i))
            .as(where(bar, i))
            .isCloseTo(vector.at("/expected/multipliers").get(bar).get(i).asDouble(), offset(1e-9));
      }
    }

    private String where(int bar, int symbol) {
      return vector.path("name").asText() + ", bar " + bar + ", symbol " + symbol;
    }
  }
}
