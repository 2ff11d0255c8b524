package io.podflow.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class FundingRatesTest {

  private static final long HOUR = 3_600_000L;
  private static final FundingRates.Series SERIES =
      new FundingRates.Series(
          new long[] {8 * HOUR, 12 * HOUR, 24 * HOUR}, new double[] {0.001, -0.002, 0.004});

  @Test
  void theConstantRateIsPaidThreeTimesADay() {
    FundingRates rates = FundingRates.constant(0.0001);

    assertThat(rates.paid("A/USDT", 0, 24 * HOUR)).isCloseTo(0.0003, within(1e-18));
    assertThat(rates.paid("A/USDT", 0, 12 * HOUR)).isEqualTo(0.0001);
    assertThat(rates.paid("A/USDT", 12 * HOUR, 24 * HOUR)).isEqualTo(0.0002);
    assertThat(rates.paid("A/USDT", 0, 7 * HOUR)).isZero();
  }

  @Test
  void aPaymentAtAnEndOfTheStretchBelongsToItAndOneAtItsBeginningToTheOneBefore() {
    FundingRates rates = FundingRates.constant(0.0001).with("A/USDT", SERIES);

    assertThat(rates.paid("A/USDT", 0, 8 * HOUR)).isEqualTo(0.001);
    assertThat(rates.paid("A/USDT", 8 * HOUR, 12 * HOUR)).isEqualTo(-0.002);
    assertThat(rates.paid("A/USDT", 12 * HOUR, 20 * HOUR)).isZero();
    assertThat(rates.paid("A/USDT", 0, 100 * HOUR)).isCloseTo(0.003, within(1e-18));
  }

  @Test
  void aSymbolWithoutASeriesPaysTheConstantRate() {
    FundingRates rates = FundingRates.constant(0.0001).with("A/USDT", SERIES);

    assertThat(rates.paid("B/USDT", 0, 8 * HOUR)).isEqualTo(0.0001);
  }

  @Test
  void nothingIsPaidOnlyWithoutRateAndSeries() {
    assertThat(FundingRates.constant(0).areZero()).isTrue();
    assertThat(FundingRates.constant(0).with("A/USDT", SERIES).areZero()).isFalse();
    assertThat(FundingRates.constant(1).areZero()).isFalse();
  }

  @Test
  void countsTheRatesOfARangeWithBothEnds() {
    FundingRates.Series series =
        new FundingRates.Series(new long[] {10, 20, 30}, new double[] {1, 2, 3});
    assertThat(series.count(10, 30)).isEqualTo(3);
    assertThat(series.count(11, 29)).isEqualTo(1);
    assertThat(series.count(31, 99)).isZero();
    assertThat(series.count(Long.MIN_VALUE + 1, Long.MAX_VALUE)).isEqualTo(3);
  }

  @Test
  void everySymbolKeepsItsOwnSeries() {
    FundingRates.Series other = new FundingRates.Series(new long[] {HOUR}, new double[] {0.5});
    FundingRates rates = FundingRates.constant(0.0001).with("A/USDT", SERIES).with("B/USDT", other);

    assertThat(rates.paid("A/USDT", 0, 8 * HOUR)).isEqualTo(0.001);
    assertThat(rates.paid("B/USDT", 0, 8 * HOUR)).isEqualTo(0.5);
    assertThat(rates.series()).containsOnlyKeys("A/USDT", "B/USDT");
  }
}
