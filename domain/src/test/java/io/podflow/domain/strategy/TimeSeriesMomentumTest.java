package io.podflow.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.podflow.api.Parameters;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeSeriesMomentumTest {

  private static final double[] CLOSES = {100, 110, 99, 108.9, 98.01, 107.811};

  @Test
  void signIsTheTrendAndSizeTheInverseVolatility() {
    // returns +10 %, −10 %, +10 %, −10 %, +10 %: mean 2 %, squares 4 · 0.08² … sum to 0.048
    double volatility = Math.sqrt(0.048 / 4 * 365);

    assertThat(signal(Map.of(), CLOSES).value()).isCloseTo(0.35 / volatility, offset(1e-12));
  }

  @Test
  void fallsAreShortedOrWaitedOut() {
    double[] falling = Series.trend(6, 100, -0.01);

    assertThat(signal(Map.of(), falling).value()).isCloseTo(-7, offset(1e-9));
    assertThat(signal(Map.of("short_mode", 0), falling)).isEqualTo(new Signal(0.0, ""));
  }

  @Test
  void aLookbackOfBarsNeedsOneMoreClose() {
    assertThat(signal(Map.of(), Series.trend(5, 100, 0.01))).isEqualTo(Signal.warmUp());
    assertThat(signal(Map.of(), Series.trend(6, 100, 0.01)).reason()).isEmpty();
  }

  @Test
  void annualisesWithTheTimeframe() {
    double daily = signal(Map.of(), CLOSES).value();
    Strategy twelveHours = create(Map.of(), Timeframe.H12);

    assertThat(twelveHours.onClose(Series.of(twelveHours, CLOSES)).value())
        .isCloseTo(daily / Math.sqrt(2), offset(1e-12));
  }

  @Test
  void aMissingPriceIsUndefined() {
    double[] closes = CLOSES.clone();
    closes[3] = Double.NaN;

    assertThat(signal(Map.of(), closes)).isEqualTo(Signal.undefined());
  }

  @Test
  void theTargetMustNotBeBelowTheFloor() {
    TimeSeriesMomentumProvider provider = new TimeSeriesMomentumProvider();

    assertThat(
            provider.violations(
                Parameters.of(
                    provider.parameters(), Map.of("vol_target", 0.1, "min_volatility", 0.2))))
        .containsExactly("vol_target must be at least min_volatility");
  }

  private static Signal signal(Map<String, Number> given, double[] closes) {
    Strategy strategy = create(given, Timeframe.D1);
    return strategy.onClose(Series.of(strategy, closes));
  }

  private static Strategy create(Map<String, Number> given, Timeframe timeframe) {
    Map<String, Number> all = new HashMap<>(Map.of("lookback", 5, "vol_window", 5));
    all.putAll(given);
    TimeSeriesMomentumProvider provider = new TimeSeriesMomentumProvider();
    return provider.create(Parameters.of(provider.parameters(), all), timeframe);
  }
}
