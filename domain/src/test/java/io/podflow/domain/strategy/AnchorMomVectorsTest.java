package io.podflow.domain.strategy;

import static io.podflow.domain.testing.StrategyVectors.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Parameters;
import io.podflow.api.Signal;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import io.podflow.domain.testing.StrategyVectors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Anchor-Mom against the original's figures at every one of 1400 bars of three symbols.
 *
 * <p>The vectors show a decision one row after the bar it was made from, so ours at a bar is theirs
 * in the row below (decision SG2). They were computed over the whole history and ours over the last
 * 1000 bars (SG5), which can only show in the drawdown from bar 1000 on. In these series it does
 * not: no high is older than 1000 bars where it matters, so all figures, directions and strengths
 * are compared at every bar.
 */
@Tag("L6")
class AnchorMomVectorsTest {

  private static final Map<String, Map<String, Number>> GIVEN =
      Map.of(
          "default",
          Map.of(),
          "fullshort",
          Map.of("short_mode", 2),
          "live",
          Map.of(
              "nearness_lookback", 29,
              "mom_lookback", 51,
              "strong_nearness", 0.9692,
              "weak_nearness", 0.8555,
              "short_nearness", 0.5293,
              "vol_target", 0.35,
              "vol_window", 12,
              "min_volatility", 0.05,
              "atr_period", 22));

  @ParameterizedTest
  @ValueSource(strings = {"live", "default", "fullshort"})
  void agreesAtEveryBar(String variant) {
    AnchorMom strategy = anchorMom(variant);
    for (String symbol : StrategyVectors.SYMBOLS) {
      List<Bar> bars = StrategyVectors.bars(Timeframe.H12, symbol);
      List<Map<String, String>> expected =
          StrategyVectors.rows("anchor_mom_12h_" + variant + ".csv", symbol);
      assertThat(expected).hasSameSizeAs(bars).hasSize(1400);
      BarHistory history = new BarHistory(strategy.historyBars());
      for (int i = 0; i < bars.size(); i++) {
        history.append(bars.get(i));
        String where = symbol + " bar " + i;
        figures(where, strategy, history, expected.get(i));
        if (i + 1 < bars.size()) {
          decision(where, strategy.onClose(history), expected.get(i + 1));
        }
      }
    }
  }

  private static void figures(
      String where, AnchorMom strategy, BarHistory history, Map<String, String> row) {
    close(where + " nearness", strategy.nearness(history), number(row, "nearness"));
    close(where + " momentum", strategy.momentum(history), number(row, "mom_direction"));
    close(where + " scalar", strategy.volatilityScalar(history), number(row, "vol_scalar"));
    close(where + " drawdown", strategy.drawdown(history), number(row, "drawdown"));
  }

  private static void decision(String where, Signal signal, Map<String, String> rowBelow) {
    assertThat(Math.signum(signal.value())).as(where).isEqualTo(number(rowBelow, "direction"));
    close(where + " strength", signal.value(), number(rowBelow, "strength"));
  }

  private static void close(String what, double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
    } else {
      assertThat(Math.abs(actual - expected))
          .as("%s: %s, expected %s", what, actual, expected)
          .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(expected)));
    }
  }

  private static AnchorMom anchorMom(String variant) {
    AnchorMomProvider provider = new AnchorMomProvider();
    Map<String, Number> given = GIVEN.getOrDefault(variant, Map.of());
    return provider.anchorMom(Parameters.of(provider.parameters(), given), Timeframe.H12);
  }
}
