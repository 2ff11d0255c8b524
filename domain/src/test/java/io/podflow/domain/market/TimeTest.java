package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Timeframe;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Timeframes, days, windows and the universe. */
class TimeTest {

  @ParameterizedTest
  @EnumSource(Timeframe.class)
  void periodsCountedFrom2000AreThePeriodsOfTheGrid(Timeframe timeframe) {
    long origin = millis("2000-01-01T00:00:00Z");
    for (String time : List.of("1969-12-31T23:59:59Z", "2024-02-29T11:17:00Z")) {
      long open = millis(time);
      long expected =
          origin + (Math.floorDiv(open - origin, timeframe.millis()) + 1) * timeframe.millis();
      assertThat(timeframe.closeOf(open)).isEqualTo(expected);
      assertThat(timeframe.closesAt(expected)).isTrue();
      assertThat(timeframe.closesAt(expected - 1)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Timeframe.class)
  void aLabelReadsBack(Timeframe timeframe) {
    assertThat(Timeframe.parse(timeframe.label())).isEqualTo(timeframe);
    assertThat(Timeframe.D1.isMultipleOf(timeframe)).isTrue();
  }

  @Test
  void labelsAreReadInAnyCaseButMinutesAreNotMonths() {
    assertThat(Timeframe.parse("12h")).isEqualTo(Timeframe.H12);
    assertThat(Timeframe.parse("1d")).isEqualTo(Timeframe.D1);
    assertThatThrownBy(() -> Timeframe.parse("1M")).hasMessageContaining("unknown timeframe '1M'");
  }

  @Test
  void aTimeframeIsAMultipleOnlyOfWhatDividesIt() {
    assertThat(Timeframe.H3.isMultipleOf(Timeframe.H2)).isFalse();
    assertThat(Timeframe.H12.isMultipleOf(Timeframe.D1)).isFalse();
    assertThat(Timeframe.H12.isMultipleOf(Timeframe.H12)).isTrue();
  }

  @Test
  void barsPerYear() {
    assertThat(Timeframe.D1.barsPerYear()).isEqualTo(365);
    assertThat(Timeframe.H12.barsPerYear()).isEqualTo(730);
  }

  @Test
  void aCloseAtMidnightEndsTheDayBefore() {
    long midnight = millis("2024-01-02T00:00:00Z");
    assertThat(UtcDays.dayOf(midnight)).isEqualTo(UtcDays.dayOf(midnight - 1));
    assertThat(UtcDays.dayOf(midnight + 1)).isEqualTo(UtcDays.dayOf(midnight) + 1);
    assertThat(UtcDays.endsDay(midnight)).isTrue();
    assertThat(UtcDays.endsDay(midnight - 1)).isFalse();
  }

  @Test
  void aWindowAscends() {
    assertThat(new RunWindow(0, 10, 20).warmsUp(10)).isTrue();
    assertThat(new RunWindow(0, 10, 20).warmsUp(11)).isFalse();
    assertThatThrownBy(() -> new RunWindow(11, 10, 20)).hasMessageContaining("ascending");
    assertThatThrownBy(() -> new RunWindow(0, 21, 20)).hasMessageContaining("ascending");
  }

  @Test
  void theUniverseIsSortedAndDistinct() {
    Universe universe = Universe.of(List.of("SOL/USDT", "BTC/USDT", "SOL/USDT"));
    assertThat(universe.symbols()).containsExactly("BTC/USDT", "SOL/USDT");
    assertThat(universe.indexOf("SOL/USDT")).isEqualTo(1);
    assertThatThrownBy(() -> universe.indexOf("ETH/USDT"))
        .hasMessage("symbol 'ETH/USDT' is traded by no pod");
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
