package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.market.Timeframe;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HeadlineFiguresTest {

  private static final long DAY = 86_400_000L;
  private static final long HALF = DAY / 2;
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void figuresOfFourDailyReturnsWorkedOutByHand() {
    // returns +10 %, −20 %, +25 %, −10 %: 100 → 110 → 88 → 110 → 99
    HeadlineFigures f =
        HeadlineFigures.of(
            new long[] {DAY, 2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY},
            new double[] {100, 110, 88, 110, 99},
            Timeframe.D1);

    assertThat(f.periods()).isEqualTo(4);
    assertThat(f.years()).isEqualTo(4.0 / 365, EXACT);
    assertThat(f.totalReturn()).isEqualTo(-0.01, EXACT);
    assertThat(f.cagr()).isEqualTo(Math.pow(0.99, 365.0 / 4) - 1, EXACT);
    // mean 0.0125; deviations 0.0875, −0.2125, 0.2375, −0.1125: squares sum to 0.121875
    double sd = Math.sqrt(0.121875 / 3);
    assertThat(f.volatility()).isEqualTo(sd * Math.sqrt(365), EXACT);
    assertThat(f.sharpe()).isEqualTo(0.0125 / sd * Math.sqrt(365), EXACT);
    // the negative ones are −0.2 and −0.1: mean −0.15, sd = sqrt(2 · 0.05²)
    assertThat(f.sortino()).isEqualTo(0.0125 / Math.sqrt(0.005) * Math.sqrt(365), EXACT);
    assertThat(f.maxDrawdown()).isEqualTo(0.2, EXACT);
    assertThat(f.calmar()).isEqualTo(f.cagr() / 0.2, EXACT);
  }

  @Test
  void lastValueOfAPeriodCounts() {
    long[] times = {HALF, DAY, DAY + HALF, 2 * DAY, 2 * DAY + HALF, 3 * DAY};
    HeadlineFigures f =
        HeadlineFigures.of(times, new double[] {100, 110, 50, 121, 500, 121}, Timeframe.D1);

    assertThat(f.periods()).as("the first half day starts the series").isEqualTo(3);
    assertThat(f.totalReturn()).isEqualTo(0.21, EXACT);
    assertThat(f.maxDrawdown()).as("the dip to 50 is inside a day").isZero();
    assertThat(f.calmar()).isNaN();
    assertThat(f.sortino()).as("no negative return").isNaN();
  }

  @Test
  void finerPeriodsThanTheClosesRepeatTheLastValue() {
    HeadlineFigures f =
        HeadlineFigures.of(
            new long[] {DAY, 2 * DAY, 3 * DAY}, new double[] {100, 120, 90}, Timeframe.H12);

    assertThat(f.periods()).isEqualTo(4);
    assertThat(f.years()).isEqualTo(4.0 / 730, EXACT);
    assertThat(f.totalReturn()).isEqualTo(-0.1, EXACT);
    assertThat(f.maxDrawdown()).isEqualTo(0.25, EXACT);
    assertThat(f.sortino()).as("one negative return has no dispersion").isNaN();
  }

  @Test
  void aConstantSeriesHasNoRiskAndNoReward() {
    HeadlineFigures f =
        HeadlineFigures.of(new long[] {DAY, 2 * DAY}, new double[] {100, 100}, Timeframe.D1);

    assertThat(f.totalReturn()).isZero();
    assertThat(f.cagr()).isZero();
    assertThat(f.sharpe()).isZero();
    assertThat(f.volatility()).isZero();
    assertThat(f.maxDrawdown()).isZero();
  }

  @Test
  void constantGrowthHasNoSharpe() {
    double[] returns = {0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01};
    assertThat(HeadlineFigures.ofReturns(returns, 365).sharpe()).isZero();
  }

  @Test
  void nothingLeftIsACagrOfMinusOne() {
    HeadlineFigures f =
        HeadlineFigures.of(new long[] {DAY, 2 * DAY}, new double[] {100, -5}, Timeframe.D1);
    assertThat(f.totalReturn()).isEqualTo(-1.05, EXACT);
    assertThat(f.cagr()).isEqualTo(-1);
    assertThat(f.maxDrawdown()).as("all is the most that can be lost").isEqualTo(1);
  }

  @Test
  void anEmptyOrSingleSeriesHasNoPeriods() {
    assertThat(HeadlineFigures.of(new long[0], new double[0], Timeframe.D1).periods()).isZero();
    HeadlineFigures one = HeadlineFigures.of(new long[] {DAY}, new double[] {100}, Timeframe.D1);
    assertThat(one.periods()).isZero();
    assertThat(one.totalReturn()).isZero();
  }

  @Test
  void timesAndValuesMustMatch() {
    assertThatThrownBy(() -> HeadlineFigures.of(new long[2], new double[3], Timeframe.D1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 values");
  }
}
