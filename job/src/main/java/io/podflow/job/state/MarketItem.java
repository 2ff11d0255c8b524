package io.podflow.job.state;

import io.podflow.api.Bar;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import org.jspecify.annotations.Nullable;

/**
 * One thing that comes out of the live market gate. One type with nullable cases, because schemas
 * of state have no sealed families.
 *
 * @param record a bar or something to say
 * @param version a version of the configuration, before the first bar that it holds for
 * @param history a bar from before, for pods that are new
 * @param rate of funding, ahead of the close that it is due at
 */
public record MarketItem(
    @Nullable MarketRecord record,
    @Nullable ConfigVersion version,
    @Nullable Bar history,
    @Nullable FundingRate rate) {

  public static MarketItem of(MarketRecord record) {
    return new MarketItem(record, null, null, null);
  }

  public static MarketItem of(ConfigVersion version) {
    return new MarketItem(null, version, null, null);
  }

  /** A bar that only warms up. */
  public static MarketItem history(Bar bar) {
    return new MarketItem(null, null, bar, null);
  }

  public static MarketItem of(FundingRate rate) {
    return new MarketItem(null, null, null, rate);
  }
}
