package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV4")
class DailyReturnsBySymbolTest {

  private static final int DAYS = 200;
  private static final boolean[] FRESH = new boolean[3];

  /**
   * Closes on the days from {@code first} up to {@code end}, each a little unlike the one before.
   */
  private static double[] varying(int first, int end) {
    double[] closes = none();
    for (int day = first; day < end; day++) {
      closes[day] = 100 + day % 7 + day % 3;
    }
    return closes;
  }

  private static double[] constant(int first, int end) {
    double[] closes = none();
    Arrays.fill(closes, first, end, 100);
    return closes;
  }

  private static double[] none() {
    double[] closes = new double[DAYS];
    Arrays.fill(closes, Double.NaN);
    return closes;
  }

  private static DailyReturnsBySymbol of(double[]... closes) {
    int[] all = {0, 1, 2};
    return DailyReturnsBySymbol.of(Arrays.copyOf(all, closes.length), closes, FRESH);
  }

  @Test
  void returnsAreThoseOfTheLastSixtyDays() {
    double[] closes = varying(0, DAYS);
    DailyReturnsBySymbol known = of(closes);
    assertThat(known.days()).isEqualTo(60);
    for (int day = 0; day < 60; day++) {
      int close = DAYS - 60 + day;
      assertThat(known.returns()[0][day])
          .isCloseTo(closes[close] / closes[close - 1] - 1, within(1e-15));
    }
  }

  @Test
  void aConstantSymbolTakesNoOtherSymbolsPlace() {
    // has no day in common with the second symbol, and more of them
    double[] constant = constant(20, 120);
    DailyReturnsBySymbol known = of(varying(0, DAYS), varying(DAYS - 40, DAYS), constant);
    assertThat(known.symbols()).containsExactly(0, 1);
    assertThat(known.days()).isEqualTo(39);
  }

  @Test
  void aSymbolThatHasStoodStillForSixtyReturnsIsConstant() {
    double[] stopped = varying(0, DAYS);
    Arrays.fill(stopped, DAYS - 61, DAYS, 100);
    assertThat(of(varying(0, DAYS), stopped).symbols()).containsExactly(0);
    stopped = varying(0, DAYS);
    Arrays.fill(stopped, DAYS - 60, DAYS, 50);
    assertThat(of(varying(0, DAYS), stopped).symbols()).containsExactly(0, 1);
  }

  @Test
  void thirtyReturnsAreEnough() {
    assertThat(of(varying(DAYS - 31, DAYS)).symbols()).containsExactly(0);
    assertThat(of(varying(DAYS - 30, DAYS)).symbols()).isEmpty();
  }

  @Test
  void theSymbolWithTheFewestReturnsLeavesUntilThirtyDaysAreCommon() {
    DailyReturnsBySymbol known = of(varying(0, DAYS), varying(0, 60), varying(DAYS - 80, DAYS));
    assertThat(known.symbols()).containsExactly(0, 2);
    assertThat(known.days()).isEqualTo(60);
  }
}
