package io.podflow.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV6")
class SignificantDigitsTest {

  private static BarHistory bars(double[][] highLowCloseVolume) {
    BarHistory history = new BarHistory(BarHistory.MAX_BARS);
    for (int i = 0; i < highLowCloseVolume.length; i++) {
      double[] b = highLowCloseVolume[i];
      long time = (i + 1) * Timeframe.D1.millis();
      history.append(new Bar(0, Timeframe.D1, time, b[2], b[0], b[1], b[2], b[3]));
    }
    return history;
  }

  @Test
  void theThirteenthDigitDecidesNothing() {
    assertThat(SignificantDigits.above(0.1 + 0.2, 0.3)).isFalse();
    assertThat(SignificantDigits.above(1 + 5e-13, 1)).isFalse();
    assertThat(SignificantDigits.above(1 + 2e-12, 1)).isTrue();
    assertThat(SignificantDigits.above(-1, -1 - 2e-12)).isTrue();
    assertThat(SignificantDigits.above(2e-30, 1e-30)).as("small is not equal").isTrue();
    assertThat(SignificantDigits.above(Double.NaN, 1)).isFalse();
    assertThat(SignificantDigits.order(0.3, 0.1 + 0.2)).isZero();
    assertThat(SignificantDigits.order(1, 2)).isEqualTo(-1);
    assertThat(SignificantDigits.order(2, 1)).isEqualTo(1);
    assertThat(SignificantDigits.order(Double.NaN, 1)).isNaN();
  }

  /** The high rises by as much as the low falls, on paper: neither is directional movement. */
  @Test
  void equalMovementsUpAndDownAreATie() {
    Adx index = new Adx(2);
    double[][] bars = {{100.1, 99.9, 100}, {100.4, 99.6, 100}, {100.7, 99.3, 100}};
    for (double[] bar : bars) {
      index.add(bar[0], bar[1], bar[2]);
    }
    assertThat(index.ups.average).isZero();
    assertThat(index.downs.average).isZero();
  }

  /** The mean of ten closes of 0.1 is not 0.1 to the last bit. */
  @Test
  void closesThatAreEqualHaveNoBands() {
    double[][] equal = new double[20][];
    for (int i = 0; i < equal.length; i++) {
      equal[i] = new double[] {0.1, 0.1, 0.1, 1};
    }
    assertThat(BollingerPosition.of(bars(equal), 0, 10)).isNaN();
    assertThat(BollingerPosition.of(bars(equal), 0, 20)).isNaN();
    assertThat(Cci.of(bars(equal), 0, 14)).isNaN();
    assertThat(RateOfChange.deviationRatio(bars(equal), 0, 5, 15)).isNaN();
  }

  @Test
  void volumeCountsInUnitsOfItsMean() {
    double[][] bars = {{1, 1, 1, 9}, {2, 2, 2, 30}, {1, 1, 1, 10}, {1, 1, 1, 20}, {3, 3, 3, 20}};

    // up 30, down 10, unchanged, up 20: 40, in units of a mean of 20
    assertThat(VolumeBalance.of(bars(bars), 0, 4)).isEqualTo(2.0);
    assertThat(VolumeBalance.of(bars(bars), 1, 4)).as("a fifth close is needed").isNaN();
    assertThat(VolumeBalance.inMeans(40, bars(bars), 0, 5)).isEqualTo(40 / 17.8);
    assertThat(VolumeBalance.mean(bars(bars), 1, 5)).isNaN();
    for (double[] bar : bars) {
      bar[3] = 0;
    }
    assertThat(VolumeBalance.of(bars(bars), 0, 4)).isZero();
    assertThat(VolumeBalance.inMeans(0, bars(bars), 0, 5)).isZero();
  }
}
