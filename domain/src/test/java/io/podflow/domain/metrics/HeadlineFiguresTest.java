package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
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
            100,
            new long[] {DAY, 2 * DAY, 3 * DAY, 4 * DAY},
            new double[] {110, 88, 110, 99},
            Timeframe.D1);

    assertThat(f.periods()).isEqualTo(4);
    assertThat(f.years()).isEqualTo(4.0 / 365, EXACT);
    assertThat(f.totalReturn()).isEqualTo(-0.01, EXACT);
    assertThat(f.cagr()).isEqualTo(Math.pow(0.99, 365.0 / 4) - 1, EXACT);
    // mean 0.0125; deviations 0.0875, −0.2125, 0.2375, −0.1125: squares sum to 0.121875
    double sd = Math.sqrt(0.121875 / 3);
    assertThat(f.volatility()).isEqualTo(sd * Math.sqrt(365), EXACT);
    assertThat(f.sharpe()).isEqualTo(0.0125 / sd * Math.sqrt(365), EXACT);
    // over all four returns: (0.2² + 0.1²) / 4
    assertThat(f.sortino()).isEqualTo(0.0125 / Math.sqrt(0.0125) * Math.sqrt(365), EXACT);
    assertThat(f.maxDrawdown()).isEqualTo(0.2, EXACT);
    assertThat(f.calmar()).isEqualTo(f.cagr() / 0.2, EXACT);
  }

  @Test
  @Tag("FI1")
  void theFirstReturnIsFromTheInitialCapital() {
    HeadlineFigures f =
        HeadlineFigures.of(100, new long[] {DAY, 2 * DAY}, new double[] {90, 99}, Timeframe.D1);

    assertThat(f.periods()).isEqualTo(2);
    assertThat(f.totalReturn()).isEqualTo(-0.01, EXACT);
    assertThat(f.sortino()).as("−10 % is a return").isEqualTo(0, EXACT);
    assertThat(f.maxDrawdown()).isEqualTo(0.1, EXACT);
  }

  @Test
  void lastValueOfAPeriodCountsAndEveryCloseForTheDrawdown() {
    long[] times = {HALF, DAY, DAY + HALF, 2 * DAY, 2 * DAY + HALF, 3 * DAY};
    HeadlineFigures f =
        HeadlineFigures.of(100, times, new double[] {100, 110, 55, 121, 500, 125}, Timeframe.D1);

    assertThat(f.periods()).isEqualTo(3);
    assertThat(f.totalReturn()).isEqualTo(0.25, EXACT);
    assertThat(f.sortino()).as("no negative return").isNaN();
    assertThat(f.maxDrawdown()).as("500 to 125, both seen at closes").isEqualTo(0.75, EXACT);
  }

  @Test
  void finerPeriodsThanTheClosesRepeatTheLastValue() {
    HeadlineFigures f =
        HeadlineFigures.of(
            100, new long[] {DAY, 2 * DAY, 3 * DAY}, new double[] {100, 120, 90}, Timeframe.H12);

    assertThat(f.periods()).isEqualTo(5);
    assertThat(f.years()).isEqualTo(5.0 / 730, EXACT);
    assertThat(f.totalReturn()).isEqualTo(-0.1, EXACT);
    assertThat(f.maxDrawdown()).isEqualTo(0.25, EXACT);
    // returns 0, 0, 0.2, 0, −0.25
    assertThat(f.sortino()).isEqualTo(-0.01 / Math.sqrt(0.0125) * Math.sqrt(730), EXACT);
  }

  @Test
  void aConstantSeriesHasNoRiskAndNoReward() {
    HeadlineFigures f =
        HeadlineFigures.of(100, new long[] {DAY, 2 * DAY}, new double[] {100, 100}, Timeframe.D1);

    assertThat(f.totalReturn()).isZero();
    assertThat(f.cagr()).isZero();
    assertThat(f.sharpe()).isZero();
    assertThat(f.volatility()).isZero();
    assertThat(f.maxDrawdown()).isZero();
    assertThat(f.sortino()).isNaN();
    assertThat(f.calmar()).isNaN();
  }

  @Test
  void constantGrowthHasNoSharpe() {
    double[] returns = {0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01};
    assertThat(HeadlineFigures.of(returns, 0, 365).sharpe()).isZero();
  }

  @Test
  void nothingLeftIsACagrOfMinusOne() {
    HeadlineFigures f =
        HeadlineFigures.of(100, new long[] {DAY, 2 * DAY}, new double[] {100, -5}, Timeframe.D1);
    assertThat(f.totalReturn()).isEqualTo(-1.05, EXACT);
    assertThat(f.cagr()).isEqualTo(-1);
    assertThat(f.maxDrawdown()).as("all is the most that can be lost").isEqualTo(1);
  }

  @Test
  void anEmptySeriesHasNoPeriods() {
    HeadlineFigures none = HeadlineFigures.of(100, new long[0], new double[0], Timeframe.D1);
    assertThat(none.periods()).isZero();
    assertThat(none.totalReturn()).isZero();
  }

  @Test
  void timesAndValuesMustMatch() {
    assertThatThrownBy(() -> HeadlineFigures.of(1, new long[2], new double[3], Timeframe.D1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 values");
  }
}
