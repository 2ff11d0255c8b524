package io.podflow.live.feed;

import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.RunWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The rates of funding of a backtest as records. Each symbol begins with one that is never paid,
 * because it is due before the range: so that the symbol pays by records from the first close on,
 * as in the backtest, and the configured rate is not paid before the first rate of the range. It is
 * the last rate before the range, or 0 at the beginning of 2000 where there is none: the same in
 * each of several replays, one behind the other.
 */
public final class ReplayedRates {

  private static final long BEGINNING = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  private ReplayedRates() {}

  /** The rates of a range by time and then symbol. */
  public static List<FundingRate> of(Map<String, FundingRates.Series> series, RunWindow range) {
    List<FundingRate> rates = new ArrayList<>();
    series.forEach((symbol, each) -> add(rates, symbol, each, range));
    rates.sort(Comparator.comparingLong(FundingRate::time).thenComparing(FundingRate::symbol));
    return rates;
  }

  private static void add(
      List<FundingRate> rates, String symbol, FundingRates.Series series, RunWindow range) {
    FundingRate before = new FundingRate(symbol, BEGINNING, 0);
    for (int i = 0; i < series.times().length; i++) {
      FundingRate rate = new FundingRate(symbol, series.times()[i], series.rates()[i]);
      if (rate.time() <= range.warmUpFrom()) {
        before = rate;
      } else if (rate.time() <= range.horizon()) {
        rates.add(rate);
      }
    }
    rates.add(before);
  }
}
