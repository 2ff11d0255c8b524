package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.UtcDays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class EquityRiskTest {

  private static final double ROUNDING = 1e-12;
  private static final List<RiskAlert> CRITICAL =
      List.of(new RiskAlert(RiskKind.DAILY_LOSS, Severity.CRITICAL, 1, 1, RiskAlert.PORTFOLIO));

  private final RiskState state = new RiskState(100);

  /** A close {@code days} after the start, with something held. */
  private void close(double days, double equity) {
    close(days, equity, false);
  }

  private void close(double days, double equity, boolean flat) {
    EquityRisk.observe(state, (long) (days * UtcDays.DAY_MILLIS), equity, flat);
  }

  @Test
  void theDaysLossStartsAtTheEndOfTheDayBefore() {
    close(0.5, 98);
    assertThat(EquityRisk.dailyLoss(state)).isCloseTo(0.02, within(ROUNDING));
    close(1, 99);
    assertThat(EquityRisk.dailyLoss(state)).isCloseTo(0.01, within(ROUNDING));
    close(1.5, 99);
    assertThat(EquityRisk.dailyLoss(state)).isZero();
    close(2, 98.01);
    assertThat(EquityRisk.dailyLoss(state)).isCloseTo(0.01, within(ROUNDING));
    close(3, 110);
    assertThat(EquityRisk.dailyLoss(state)).isZero();
  }

  @Test
  void theDaysLossIsMeasuredWhileFlatToo() {
    close(0.5, 95, false);
    close(1, 95, true);
    assertThat(EquityRisk.dailyLoss(state)).isCloseTo(0.05, within(ROUNDING));
  }

  @Test
  void drawdownIsMeasuredFromTheHighestEquityWhileSomethingIsHeld() {
    close(1, 120);
    close(1.5, 90);
    assertThat(EquityRisk.drawdown(state)).isCloseTo(0.25, within(ROUNDING));
    close(2, 108);
    assertThat(EquityRisk.drawdown(state)).isCloseTo(0.10, within(ROUNDING));
    close(3, 108, true);
    assertThat(EquityRisk.drawdown(state)).isNaN();
  }

  @Test
  void thePeakStartsAnewOnTheDayAfterADefence() {
    RiskDefence defence = new RiskDefence(3);
    close(0.5, 80);
    defence.apply(state, 0, CRITICAL);
    close(1, 80);
    assertThat(EquityRisk.drawdown(state)).isCloseTo(0.2, within(ROUNDING));
    close(1.5, 79);
    assertThat(EquityRisk.drawdown(state)).isZero();
    close(2, 71.1);
    assertThat(EquityRisk.drawdown(state)).isCloseTo(0.1, within(ROUNDING));
    close(3, 71.1);
    assertThat(EquityRisk.drawdown(state)).isCloseTo(0.1, within(ROUNDING));
  }

  @Test
  void volatilityIsThatOfDaysWithExposure() {
    double equity = 100;
    close(1, equity, true);
    close(2, equity, true);
    for (int day = 3; day < 12; day++) {
      equity *= day % 2 == 0 ? 1.01 : 0.99;
      close(day, equity);
      assertThat(EquityRisk.volatility(state)).isNaN();
    }
    close(12, equity * 1.01);
    double daily = Math.sqrt(10 * 0.0001 / 9);
    assertThat(EquityRisk.volatility(state)).isCloseTo(daily * Math.sqrt(365), within(1e-9));
    close(13, equity * 1.01, true);
    assertThat(EquityRisk.volatility(state)).isNaN();
  }

  @Test
  void theDayOnWhichAPositionIsClosedIsOneWithExposure() {
    close(1, 100, false);
    close(2, 90, true);
    close(3, 90, true);
    assertThat(state.exposedDays.last(60))
        .containsExactly(new double[] {0, -0.1}, within(ROUNDING));
  }

  @Test
  void volatilityForgetsAfterSixtyDaysWithExposure() {
    for (int day = 1; day <= 20; day++) {
      close(day, day % 2 == 0 ? 100 : 90);
    }
    assertThat(EquityRisk.volatility(state)).isGreaterThan(1);
    for (int day = 21; day <= 80; day++) {
      close(day, 100);
    }
    assertThat(EquityRisk.volatility(state)).isZero();
  }

  @Test
  void aDayWithoutACloseAtItsEndEndsWithTheFirstCloseAfterIt() {
    close(0.5, 95);
    close(1.5, 95);
    assertThat(EquityRisk.dailyLoss(state)).isZero();
    assertThat(state.exposedDays.last(60)).containsExactly(new double[] {-0.05}, within(ROUNDING));
  }

  @Test
  void usedUpEquityIsNotMeasured() {
    close(1, -5);
    close(2, -5);
    assertThat(EquityRisk.dailyLoss(state)).isNaN();
    close(3, -5);
    assertThat(state.exposedDays.size()).isEqualTo(1);
  }

  @Test
  @Tag("RU1")
  void nothingIsMeasuredOnABaseThatIsNotPositive() {
    close(1, 0);
    close(1.5, 5);
    assertThat(EquityRisk.dailyLoss(state)).isNaN();
    close(2, 6);
    double[] days = state.exposedDays.last(EquityRisk.VOLATILITY_DAYS);
    assertThat(days).containsExactly(-1);
    state.peak = 0;
    state.equity = -1;
    assertThat(EquityRisk.drawdown(state)).isNaN();
  }
}
