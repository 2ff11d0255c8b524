package io.podflow.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L6")
class RecursiveIndicatorsTest {

  private static final double NAN = Double.NaN;

  @Test
  void aSpanGivesTheWeightAndTheFirstInputTheStart() {
    Ema average = Ema.ofSpan(3);
    average.add(10);
    assertThat(average.value()).isEqualTo(10);
    average.add(20);
    assertThat(average.value()).isEqualTo(15);
    average.add(5);
    assertThat(average.value()).isEqualTo(10);
  }

  @Test
  void wildersAverageWaitsForAFullPeriodOfNumbers() {
    Ema average = Ema.wilder(3);
    average.add(NAN);
    average.add(9);
    average.add(NAN);
    average.add(9);
    assertThat(average.value()).isNaN();
    average.add(9);
    assertThat(average.value()).isCloseTo(9, offset(1e-12));
  }

  @Test
  void afterAGapTheNextInputCountsForMore() {
    Ema average = Ema.wilder(2);
    average.add(1);
    average.add(2);
    assertThat(average.value()).isEqualTo(1.5);
    average.add(NAN);
    average.add(NAN);
    assertThat(average.value()).as("repeats over the gap").isEqualTo(1.5);
    average.add(4);
    // three steps of decay: (1.5 / 8 + 4 / 2) / (1 / 8 + 1 / 2)
    assertThat(average.value()).isCloseTo((1.5 / 8 + 2) / 0.625, offset(1e-15));
    average.add(4);
    assertThat(average.value()).isCloseTo((3.5 + 4) / 2, offset(1e-15));
  }

  @Test
  void theTrueRangeKnowsTheGapBeforeTheBar() {
    assertThat(TrueRange.of(12, 10, NAN)).isEqualTo(2);
    assertThat(TrueRange.of(12, 10, 11)).isEqualTo(2);
    assertThat(TrueRange.of(12, 10, 7)).isEqualTo(5);
    assertThat(TrueRange.of(12, 10, 16)).isEqualTo(6);
  }

  @Test
  void theAverageTrueRangeIsOneInUnitsOfPrice() {
    AverageTrueRange range = new AverageTrueRange(2);
    range.add(12, 10, 11);
    assertThat(range.value()).isNaN();
    range.add(15, 13, 14);
    assertThat(range.value()).isEqualTo(0.5 * 2 + 0.5 * 4);
  }

  @Test
  void relativeStrengthIsTheShareOfRises() {
    Rsi strength = new Rsi(2);
    strength.add(10);
    strength.add(13);
    assertThat(strength.value()).as("one change is not two").isNaN();
    strength.add(12);
    // G = (3 + 0) / 2, L = (0 + 1) / 2
    assertThat(strength.value()).isCloseTo(75, offset(1e-12));
  }

  @Test
  void relativeStrengthOfAPriceThatNeverMovedIsUndefined() {
    Rsi strength = new Rsi(2);
    for (int i = 0; i < 5; i++) {
      strength.add(10);
    }
    assertThat(strength.value()).isNaN();
  }

  @Test
  void theDirectionalIndexIsFullWhenAllGoesOneWay() {
    Adx index = new Adx(3);
    int first = firstDefined(index::value, i -> index.add(10 + i, 9 + i, 9.5 + i));
    assertThat(first).isEqualTo(4);
    assertThat(index.value()).isCloseTo(100, offset(1e-9));
  }

  @Test
  void theDirectionalIndexByHand() {
    Adx index = new Adx(2);
    index.add(10, 8, 9);
    index.add(13, 9, 12); // up 3, down −1: +DM 3, TR 4; averages 1.5, 0, 3
    index.add(12, 6, 7); // up −1, down 3: −DM 3, TR 6; averages 0.75, 1.5, 4.5
    // DX: 100, then 100·|0.75 − 1.5| / 2.25 = 33.33
    assertThat(index.value()).isCloseTo(200.0 / 3, offset(1e-12));
  }

  @Test
  void equalMovementsBothWaysAreNone() {
    Adx index = new Adx(1);
    index.add(10, 8, 9);
    index.add(11, 7, 9);
    assertThat(index.ups.value()).isZero();
    assertThat(index.downs.value()).isZero();
    assertThat(index.value()).as("nothing has moved one way").isNaN();
  }

  @Test
  void aFlatMarketHasNoDirectionalIndex() {
    Adx index = new Adx(2);
    for (int i = 0; i < 10; i++) {
      index.add(5, 5, 5);
    }
    assertThat(index.value()).isNaN();
  }

  @Test
  void convergenceDivergenceByHand() {
    Macd macd = new Macd(1, 3, 3);
    macd.add(10);
    assertThat(macd.value()).isZero();
    macd.add(14);
    assertThat(macd.value()).isEqualTo(2);
    assertThat(macd.signal()).isEqualTo(1);
    assertThat(macd.histogram()).isEqualTo(1);
  }

  @Test
  void onBalanceVolumeCountsByTheSignOfTheChange() {
    OnBalanceVolume volume = new OnBalanceVolume();
    volume.add(10, 100);
    assertThat(volume.value()).isNaN();
    volume.add(11, 30);
    volume.add(11, 500);
    volume.add(9, 50);
    assertThat(volume.value()).isEqualTo(-20);
  }

  @Test
  void lastValuesForgetWhatIsOlder() {
    LastValues values = new LastValues(2);
    values.add(NAN);
    values.add(1);
    assertThat(values.deviation()).isNaN();
    values.add(3);
    assertThat(values.deviation()).isCloseTo(Math.sqrt(2), offset(1e-15));
  }

  private static int firstDefined(DoubleSupplier value, IntConsumer add) {
    for (int i = 0; i < 100; i++) {
      add.accept(i);
      if (!Double.isNaN(value.getAsDouble())) {
        return i;
      }
    }
    return -1;
  }
}
