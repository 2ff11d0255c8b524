package io.podflow.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.UtcDays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mean of what was traded per day, by which slippage grows (decision FI3). */
@Tag("FI3")
class TradedValuesTest {

  private static final double PRICE = 2;
  private static final int WINDOW = 5;

  private final TradedValues values = new TradedValues(1, WINDOW);

  @Test
  void theBarsOfADayAreAddedUp() {
    for (int day = 1; day <= WINDOW; day++) {
      add(day, 10);
      add(day, 30);
    }
    assertThat(mean(WINDOW + 1)).isEqualTo(PRICE * 40);
  }

  @Test
  void theDayThatGoesOnDoesNotCount() {
    for (int day = 1; day <= WINDOW; day++) {
      add(day, 10);
    }
    add(WINDOW + 1, 1_000);
    assertThat(mean(WINDOW + 1)).isEqualTo(PRICE * 10);
  }

  @Test
  void theOldestDayOfTheWindowCountsAndTheOneBeforeItDoesNot() {
    TradedValues longer = new TradedValues(1, WINDOW + 2);
    longer.add(new Bar[] {bar(0, 5_000)});
    longer.add(new Bar[] {bar(1, 60)});
    for (int day = 2; day <= WINDOW; day++) {
      longer.add(new Bar[] {bar(day, 10)});
    }
    assertThat(longer.mean(0, (WINDOW + 1) * UtcDays.DAY_MILLIS, WINDOW)).isEqualTo(PRICE * 20);
  }

  @Test
  void fourDaysAreTooFewForAMean() {
    for (int day = 1; day < WINDOW; day++) {
      add(day, 10);
    }
    assertThat(mean(WINDOW)).isNaN();
  }

  private double mean(long day) {
    return values.mean(0, day * UtcDays.DAY_MILLIS, WINDOW);
  }

  private void add(long day, double volume) {
    values.add(new Bar[] {bar(day, volume)});
  }

  private static Bar bar(long day, double volume) {
    long noon = day * UtcDays.DAY_MILLIS + UtcDays.DAY_MILLIS / 2;
    return new Bar(0, Timeframe.D1, noon, PRICE, PRICE, PRICE, PRICE, volume);
  }
}
