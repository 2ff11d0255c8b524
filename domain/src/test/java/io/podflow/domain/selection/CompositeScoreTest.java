package io.podflow.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.testing.Shared;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompositeScoreTest {

  private static final double[] SHARPE = {1.0, -2.0, 0.5, 3.0, 0.5};
  private static final double[] RETURN = {0.10, -0.20, 0.30, 0.00, 0.05};
  private static final double[] DRAWDOWN = {0.05, 0.40, 0.10, 0.20, 0.00};

  private final CompositeScore score = new CompositeScore(Selectors.DEFAULTS);
  private final boolean[] present = {true, true, true, true, true};
  private final int[] counts = {60, 60, 60, 60, 60};

  static Stream<JsonNode> cases() {
    return Shared.cases("metrics.json")
        .filter(vector -> vector.path("op").asText().equals("composite_score"));
  }

  @Tag("B2")
  @Tag("B3")
  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void agreesWithTheVectors(JsonNode vector) {
    SelectorSettings settings = Selectors.of(vector.at("/input/config"));
    JsonNode returns = vector.at("/input/returns");
    int n = returns.size();
    boolean[] all = new boolean[n];
    Arrays.fill(all, true);
    int[] sizes = new int[n];
    double[] sharpe = new double[n];
    double[] gain = new double[n];
    double[] drawdown = new double[n];
    for (int i = 0; i < n; i++) {
      ReturnWindow window = new ReturnWindow(settings.windowBars());
      returns.get(i).forEach(value -> window.add(value.asDouble()));
      sizes[i] = window.size();
      sharpe[i] = ReturnMetrics.sharpe(window, settings.sharpeLookback(), 365);
      gain[i] = ReturnMetrics.cumulativeReturn(window, settings.returnLookback());
      drawdown[i] = ReturnMetrics.maxDrawdown(window, settings.sharpeLookback());
    }

    double[] scores =
        new CompositeScore(settings).rank(all, sizes, sharpe, gain, drawdown).scores();

    JsonNode expected = vector.at("/expected/scores");
    assertThat(scores).hasSize(expected.size());
    for (int i = 0; i < n; i++) {
      assertThat(scores[i])
          .as("%s, symbol %s", vector.path("name").asText(), i)
          .isCloseTo(expected.get(i).asDouble(), offset(1e-9));
    }
  }

  @Tag("B2")
  @Test
  void weighsThreeRanksWithTheDrawdownInverted() {
    // Sharpe places 3, 0, 1½, 4, 1½ of 4; return 3, 0, 4, 1, 2; drawdown 1, 4, 2, 3, 0
    assertThat(score.rank(present, counts, SHARPE, RETURN, DRAWDOWN).scores())
        .containsExactly(
            new double[] {
              0.4 * 0.75 + 0.3 * 0.75 + 0.3 * 0.75,
              0.0,
              0.4 * 0.375 + 0.3 * 1.0 + 0.3 * 0.5,
              0.4 * 1.0 + 0.3 * 0.25 + 0.3 * 0.25,
              0.4 * 0.375 + 0.3 * 0.5 + 0.3 * 1.0
            },
            offset(1e-15));
  }

  @Tag("B3")
  @Test
  void nineReturnsAreNeutralAndOutOfTheRanking() {
    counts[3] = 9;

    // the others rank among four: Sharpe 3, 0, 1½, -, 1½ of 3; return 2, 0, 3; drawdown 1, 3, 2
    assertThat(score.rank(present, counts, SHARPE, RETURN, DRAWDOWN).scores())
        .containsExactly(
            new double[] {
              0.4 * 1.0 + 0.3 * 2 / 3 + 0.3 * 2 / 3,
              0.0,
              0.4 * 0.5 + 0.3 * 1.0 + 0.3 * 1 / 3,
              0.5,
              0.4 * 0.5 + 0.3 * 1 / 3 + 0.3 * 1.0
            },
            offset(1e-15));
  }

  @Tag("B3")
  @Test
  void tenReturnsAreEnough() {
    counts[3] = 10;

    assertThat(score.rank(present, counts, SHARPE, RETURN, DRAWDOWN).scores()[3])
        .isCloseTo(0.55, offset(1e-15));
  }

  @Tag("B2")
  @Test
  void aSymbolWithoutABarIsNotRanked() {
    present[1] = false;

    double[] scores = score.rank(present, counts, SHARPE, RETURN, DRAWDOWN).scores();

    assertThat(scores[1]).isEqualTo(0.5);
    // now the worst by return, and by drawdown, of the four that are left
    assertThat(scores[3]).isCloseTo(0.4, offset(1e-15));
  }

  @Tag("B2")
  @Test
  void aLoneSymbolIsInTheMiddle() {
    assertThat(
            score
                .rank(
                    new boolean[] {true},
                    new int[] {60},
                    new double[] {9},
                    new double[] {1},
                    new double[] {0})
                .scores())
        .containsExactly(0.5);
  }
}
