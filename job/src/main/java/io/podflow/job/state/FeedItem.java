package io.podflow.job.state;

import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a live feed of bars sends.
 *
 * @param row a row that has closed
 * @param beat of a heartbeat: every row that closes up to then has been sent, epoch milliseconds
 *     UTC; {@link #NO_BEAT} otherwise
 * @param version of the configuration, accepted; its {@code effective} is what was asked for
 * @param history a row from before, for the pods that are new in the last version
 * @param fault what is wrong with a version that was not accepted
 * @param rate of funding
 */
public record FeedItem(
    @Nullable MarketRow row,
    long beat,
    @Nullable ConfigVersion version,
    @Nullable MarketRow history,
    @Nullable String fault,
    @Nullable FundingRate rate) {

  /** Of what is no heartbeat. */
  public static final long NO_BEAT = Long.MIN_VALUE;

  public static FeedItem of(MarketRow row) {
    return new FeedItem(row, NO_BEAT, null, null, null, null);
  }

  public static FeedItem beat(long time) {
    return new FeedItem(null, time, null, null, null, null);
  }

  public static FeedItem of(ConfigVersion version) {
    return new FeedItem(null, NO_BEAT, version, null, null, null);
  }

  /** A row that only warms up. */
  public static FeedItem history(MarketRow row) {
    return new FeedItem(null, NO_BEAT, null, row, null, null);
  }

  /** A version that was refused. */
  public static FeedItem fault(String what) {
    return new FeedItem(null, NO_BEAT, null, null, what, null);
  }

  public static FeedItem of(FundingRate rate) {
    return new FeedItem(null, NO_BEAT, null, null, null, rate);
  }
}
