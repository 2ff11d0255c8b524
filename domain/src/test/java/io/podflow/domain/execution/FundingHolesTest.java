package io.podflow.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV7")
class FundingHolesTest {

  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;

  private static FundingRates.Series series(long... hours) {
    return new FundingRates.Series(
        LongStream.of(hours).map(h -> h * HOUR).toArray(), new double[hours.length]);
  }

  /** Every eight hours of some days, without those of the hours given. */
  private static FundingRates.Series days(int days, long... without) {
    return series(
        LongStream.rangeClosed(0, 3L * days)
            .map(i -> 8 * i)
            .filter(h -> LongStream.of(without).noneMatch(w -> w == h))
            .toArray());
  }

  private static FundingHoles holes(FundingRates.Series series, int fromDay, int toDay) {
    return FundingHoles.of(series, fromDay * DAY, toDay * DAY, Timeframe.D1);
  }

  @Test
  void aCompleteSeriesHasNone() {
    assertThat(holes(days(10), 0, 10).areAny()).isFalse();
    assertThat(holes(days(10), 3, 7).areAny()).isFalse();
    assertThat(holes(series(), 3, 3).areAny()).isFalse();
  }

  @Test
  void oneAndAHalfTimesTheUsualDistanceIsNoHoleYet() {
    assertThat(holes(series(0, 8, 16, 28, 36, 44, 48), 0, 2).areAny()).isFalse();
    assertThat(holes(series(0, 8, 16, 29, 37, 45, 48), 0, 2).areAny()).isTrue();
  }

  @Test
  void aMissingRateIsAHoleOfOneClose() {
    FundingHoles holes = holes(days(10, 56), 0, 10);
    assertThat(holes).isEqualTo(new FundingHoles(1, 48 * HOUR, 1, 10));
    assertThat(holes.share()).isCloseTo(0.1, within(1e-15));
    assertThat(holes.sentence())
        .isEqualTo(
            "funding rates are missing in 1 stretch, first after 1970-01-03T00:00:00Z:"
                + " counted as 0 at 1 of 10 closes (10.0 %)");
    assertThat(holes(days(10, 56), 4, 10).areAny()).as("before what is traded").isFalse();
  }

  @Test
  void aSeriesThatEndsEarlyOrBeginsLateIsSilentToo() {
    assertThat(holes(days(10), 0, 30)).isEqualTo(new FundingHoles(1, 10 * DAY, 20, 30));
    assertThat(holes(days(10), 20, 30)).isEqualTo(new FundingHoles(1, 20 * DAY, 10, 10));
    assertThat(holes(series(240, 248, 256, 264), 0, 11)).isEqualTo(new FundingHoles(1, 0, 10, 11));
  }

  @Test
  void theUsualDistanceIsTheMostFrequentOne() {
    assertThat(FundingHoles.spacing(new long[] {0, 4, 8, 16, 20, 28})).isEqualTo(4);
    assertThat(FundingHoles.spacing(new long[] {0, 4, 12})).as("the shorter").isEqualTo(4);
    assertThat(FundingHoles.spacing(new long[] {7})).isEqualTo(8 * HOUR);
  }

  @Test
  void theRateThatEndsAHoleIsNotMissing() {
    FundingRates.Series series = series(0, 8, 16, 40, 48);
    FundingHoles twoDays = FundingHoles.of(series, 0, 48 * HOUR, Timeframe.H1);
    assertThat(twoDays).isEqualTo(new FundingHoles(1, 16 * HOUR, 2, 48));
    FundingHoles upToTheRate = FundingHoles.of(series, 0, 40 * HOUR, Timeframe.H1);
    assertThat(upToTheRate).isEqualTo(new FundingHoles(1, 16 * HOUR, 2, 40));
  }

  @Test
  void theCloseThatEndsTheRunLacksARateToo() {
    FundingHoles holes = FundingHoles.of(series(0, 8, 16), 0, 40 * HOUR, Timeframe.H1);
    assertThat(holes).as("24, 32 and 40").isEqualTo(new FundingHoles(1, 16 * HOUR, 3, 40));
  }

  @Test
  void aRateThatIsHalfADistanceLateIsNotMissing() {
    FundingRates.Series series = series(0, 8, 16, 36, 44);
    FundingHoles holes = FundingHoles.of(series, 0, 44 * HOUR, Timeframe.H1);
    assertThat(holes).as("24").isEqualTo(new FundingHoles(1, 16 * HOUR, 1, 44));
  }
}
