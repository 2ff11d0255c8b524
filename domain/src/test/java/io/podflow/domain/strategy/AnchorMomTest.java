package io.podflow.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.podflow.api.Parameters;
import io.podflow.api.Signal;
import io.podflow.api.Timeframe;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L6")
class AnchorMomTest {

  private static final int WARM_UP = 60;

  private final Map<String, Object> given = new LinkedHashMap<>();

  @Test
  void isFlatAndSaysSoUntilEveryFigureIsDefined() {
    double[] closes = Series.trend(WARM_UP, 100, 0.01);

    assertThat(signal(Series.trend(WARM_UP - 1, 100, 0.01))).isEqualTo(Signal.warmUp());
    assertThat(signal(closes).value()).isPositive();
  }

  @Test
  void theAtrPeriodCanProlongTheWarmUp() {
    given.putAll(Map.of("nearness_lookback", 10, "mom_lookback", 5, "vol_window", 5));
    given.put("atr_period", 50);

    assertThat(signal(Series.trend(49, 100, 0.01))).isEqualTo(Signal.warmUp());
    assertThat(signal(Series.trend(50, 100, 0.01)).reason()).isEmpty();
  }

  @Test
  void isLongInFullNearTheHighAndAtSeventyPercentFurtherBelow() {
    double[] closes = Series.trend(WARM_UP, 100, 0.01);
    // a steady rise has no volatility, so the floor of 5 % applies: 0.35 / 0.05
    assertThat(signal(closes).value()).isCloseTo(7, offset(1e-9));

    closes[WARM_UP - 1] = closes[WARM_UP - 2] * 0.9;
    double full = strategy().volatilityScalar(Series.of(strategy(), closes));
    assertThat(signal(closes).value()).isCloseTo(0.7 * full, offset(1e-12));
  }

  @Test
  void shortsFollowTheShortMode() {
    double[] closes = Series.trend(WARM_UP, 100, -0.01);

    given.put("short_mode", 0);
    assertThat(signal(closes)).isEqualTo(new Signal(0.0, ""));
    given.put("short_mode", 1);
    assertThat(signal(closes).value()).isCloseTo(-7 * 0.8, offset(1e-9));
    given.put("hedge_threshold", -0.5);
    assertThat(signal(closes)).isEqualTo(new Signal(0.0, ""));
    given.put("short_mode", 2);
    assertThat(signal(closes).value()).isCloseTo(-7, offset(1e-9));
  }

  /** 95 of 100 is not above 0.95, in whatever unit the coin is quoted. */
  @Test
  @Tag("EV6")
  void exactlyAtAThresholdIsNotBeyondItInAnyUnit() {
    given.put("mom_lookback", 5);
    for (double unit : new double[] {1, 1_000, 1e-3, 1e-6, 1e-7, 3, 7e-5}) {
      for (int high = 20; high <= 2_000; high += 20) {
        double[] closes = new double[WARM_UP];
        Arrays.fill(closes, high / 2 * unit);
        closes[WARM_UP - 3] = high * unit;
        closes[WARM_UP - 1] = high / 20 * 19 * unit;
        double scalar = strategy().volatilityScalar(Series.of(strategy(), closes));
        assertThat(signal(closes).value())
            .as("%s", high * unit)
            .isCloseTo(0.7 * scalar, offset(1e-9));
      }
    }
  }

  @Test
  void betweenTheThresholdsItIsFlatByDecision() {
    given.put("short_mode", 2);
    double[] closes = Series.trend(WARM_UP, 100, -0.002);

    assertThat(signal(closes)).isEqualTo(new Signal(0.0, ""));
  }

  @Test
  void anUndefinedFigureIsFlatWithAReason() {
    double[] closes = Series.trend(WARM_UP, 100, 0.01);
    closes[WARM_UP - 31] = 0;

    assertThat(signal(closes)).isEqualTo(Signal.undefined());
  }

  @Test
  void theDrawdownForgetsHighsThatAreNoLongerKept() {
    double[] closes = new double[1001];
    Arrays.fill(closes, 50);
    closes[0] = 100;

    assertThat(strategy().drawdown(Series.of(strategy(), Arrays.copyOf(closes, 1000))))
        .isEqualTo(-0.5);
    assertThat(strategy().drawdown(Series.of(strategy(), closes))).isZero();
  }

  @Test
  void annualisesWithTheTimeframeUnlessToldOtherwise() {
    double[] closes = new double[WARM_UP];
    for (int i = 0; i < WARM_UP; i++) {
      closes[i] = 100 + 2 * i + (i % 2) * 3;
    }
    double daily =
        Math.abs(
            new AnchorMomProvider()
                .anchorMom(parameters(), Timeframe.D1)
                .volatilityScalar(Series.of(strategy(), closes)));

    double half = strategy().volatilityScalar(Series.of(strategy(), closes));
    assertThat(half).isCloseTo(daily / Math.sqrt(2), offset(1e-12));
    given.put("annualization_factor", 365);
    assertThat(strategy().volatilityScalar(Series.of(strategy(), closes)))
        .isCloseTo(daily, offset(1e-12));
  }

  @Test
  void namesEveryRuleBetweenParametersThatIsBroken() {
    given.putAll(Map.of("vol_target", 0.05, "min_volatility", 0.06));
    given.putAll(Map.of("strong_nearness", 0.8, "weak_nearness", 0.8, "short_nearness", 0.8));

    assertThat(new AnchorMomProvider().violations(parameters()))
        .containsExactly(
            "vol_target must be at least min_volatility",
            "strong_nearness must be above weak_nearness",
            "weak_nearness must be above short_nearness");
  }

  private Signal signal(double[] closes) {
    return strategy().onClose(Series.of(strategy(), closes));
  }

  private AnchorMom strategy() {
    return new AnchorMomProvider().anchorMom(parameters(), Timeframe.H12);
  }

  private Parameters parameters() {
    return Parameters.of(new AnchorMomProvider().parameters(), given);
  }
}
