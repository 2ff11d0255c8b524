package io.podflow.job.state;

import io.podflow.domain.market.MarketRow;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a live feed of bars sends.
 *
 * @param row null when this is a heartbeat
 * @param beat of a heartbeat: every row that closes up to then has been sent, epoch milliseconds
 *     UTC
 */
public record FeedItem(@Nullable MarketRow row, long beat) {

  public static FeedItem of(MarketRow row) {
    return new FeedItem(row, 0);
  }

  public static FeedItem beat(long time) {
    return new FeedItem(null, time);
  }
}
