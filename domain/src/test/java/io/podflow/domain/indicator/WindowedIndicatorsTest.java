package io.podflow.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.podflow.api.Bar;
import io.podflow.api.BarSeries;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L6")
class WindowedIndicatorsTest {

  /** With the index of the first bar at which docs/strategies.md defines it. */
  private static final Map<String, Integer> FIRST =
      Map.of(
          "sma 5",
          4,
          "smax 2 5",
          4,
          "bb 5",
          4,
          "cci 5",
          4,
          "%r 5",
          4,
          "k 5",
          4,
          "d 5 3",
          6,
          "cmf 5",
          4,
          "roc 5",
          5,
          "vol ratio 3 6",
          6);

  private static final Map<String, ToDoubleFunction<BarSeries>> FIGURES =
      new TreeMap<>(
          Map.of(
              "sma 5", bars -> SimpleAverage.of(bars, 0, 5),
              "smax 2 5", bars -> SimpleAverage.cross(bars, 0, 2, 5),
              "bb 5", bars -> BollingerPosition.of(bars, 0, 5),
              "cci 5", bars -> Cci.of(bars, 0, 5),
              "%r 5", bars -> PriceRange.williamsR(bars, 0, 5),
              "k 5", bars -> PriceRange.stochasticK(bars, 0, 5),
              "d 5 3", bars -> PriceRange.stochasticD(bars, 0, 5, 3),
              "cmf 5", bars -> Cmf.of(bars, 0, 5),
              "roc 5", bars -> RateOfChange.of(bars, 0, 5),
              "vol ratio 3 6", bars -> RateOfChange.deviationRatio(bars, 0, 3, 6)));

  private final BarHistory bars = new BarHistory(100);

  @Test
  void everyIndicatorBeginsWhenItsWindowIsFull() {
    Map<String, Integer> first = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      double close = 100 + 3 * Math.sin(i * i);
      bar(close + 1, close - 2, close, 10 + i);
      for (var figure : FIGURES.entrySet()) {
        if (!Double.isNaN(figure.getValue().applyAsDouble(bars))) {
          first.putIfAbsent(figure.getKey(), i);
        }
      }
    }
    assertThat(first).isEqualTo(FIRST);
  }

  @Test
  void flatBarsHaveNoRangeDeviationOrFlow() {
    for (int i = 0; i < 20; i++) {
      bar(50, 50, 50, 10);
    }
    assertThat(BollingerPosition.of(bars, 0, 5)).isNaN();
    assertThat(Cci.of(bars, 0, 5)).isNaN();
    assertThat(PriceRange.williamsR(bars, 0, 5)).isNaN();
    assertThat(PriceRange.stochasticK(bars, 0, 5)).isNaN();
    assertThat(Cmf.of(bars, 0, 5)).isNaN();
    assertThat(RateOfChange.deviationRatio(bars, 0, 3, 6)).isNaN();
    assertThat(RateOfChange.of(bars, 0, 5)).isZero();
    assertThat(Drawdown.of(bars)).isZero();
  }

  @Test
  void aFlatBarSpoilsTheMoneyFlowWhileItIsInTheWindow() {
    bar(50, 50, 50, 10);
    for (int i = 0; i < 3; i++) {
      bar(51, 49, 50.5, 10);
    }
    assertThat(Cmf.of(bars, 0, 4)).isNaN();
    assertThat(Cmf.of(bars, 0, 3)).isCloseTo(0.5, offset(1e-12));
  }

  @Test
  void noVolumeHasNoMoneyFlow() {
    bar(51, 49, 50, 0);
    assertThat(Cmf.of(bars, 0, 1)).isNaN();
  }

  @Test
  void placesInARangeByHand() {
    bar(12, 8, 10, 1);
    bar(14, 9, 13, 1);
    assertThat(PriceRange.stochasticK(bars, 0, 2)).isCloseTo(100 * 5 / 6.0, offset(1e-12));
    assertThat(PriceRange.williamsR(bars, 0, 2)).isCloseTo(-100 / 6.0, offset(1e-12));
    assertThat(PriceRange.stochasticD(bars, 0, 1, 2)).isCloseTo((50 + 80) / 2.0, offset(1e-12));
  }

  @Test
  void theBandsAreTwoDeviationsWideAndDoNotClip() {
    bar(1, 1, 1, 1);
    bar(3, 3, 3, 1);
    double deviation = Math.sqrt(2);
    assertThat(BollingerPosition.of(bars, 0, 2))
        .isCloseTo((1 + 2 * deviation) / (4 * deviation), offset(1e-12));
    for (int i = 0; i < 20; i++) {
      bar(3, 3, 3, 1);
    }
    bar(9, 9, 9, 1);
    assertThat(BollingerPosition.of(bars, 0, 20)).isGreaterThan(1);
  }

  @Test
  void theCommodityChannelIndexByHand() {
    bar(4, 1, 1, 1); // typical price 2
    bar(4, 4, 4, 1); // 4: mean 3, mean distance 1
    assertThat(Cci.of(bars, 0, 2)).isCloseTo(1 / 0.015, offset(1e-9));
    assertThat(Cci.of(bars, 1, 1)).isNaN();
  }

  @Test
  void changesAreSharesOfTheOlderOrTheNewerClose() {
    bar(8, 8, 8, 1);
    bar(10, 10, 10, 1);
    assertThat(RateOfChange.of(bars, 0, 1)).isCloseTo(0.25, offset(1e-15));
    assertThat(RateOfChange.ofNewer(bars, 0, 1)).isCloseTo(0.2, offset(1e-15));
  }

  @Test
  void drawdownIsBelowTheHighestCloseThatIsKept() {
    bar(20, 10, 20, 1);
    bar(90, 10, 15, 1);
    assertThat(Drawdown.of(bars)).isEqualTo(-0.25);
    assertThat(Drawdown.nearness(bars, 1)).isEqualTo(1);
    assertThat(Drawdown.nearness(bars, 3)).isNaN();
  }

  @Test
  void realisedVolatilityIsThatOfLogReturns() {
    bar(1, 1, Math.exp(1), 1);
    bar(1, 1, Math.exp(2), 1);
    assertThat(RealisedVolatility.of(bars, 2, 4)).isNaN();
    bar(1, 1, Math.exp(5), 1);
    assertThat(RealisedVolatility.of(bars, 2, 4)).isCloseTo(2 * Math.sqrt(2), offset(1e-12));
    assertThat(RealisedVolatility.scalar(0.3, 0.1, 0.05)).isCloseTo(3, offset(1e-12));
    assertThat(RealisedVolatility.scalar(0.3, 0.01, 0.05)).isCloseTo(6, offset(1e-12));
    assertThat(RealisedVolatility.scalar(0.3, Double.NaN, 0.05)).isNaN();
  }

  private void bar(double high, double low, double close, double volume) {
    bars.append(new Bar(0, Timeframe.D1, bars.size(), close, high, low, close, volume));
  }
}
