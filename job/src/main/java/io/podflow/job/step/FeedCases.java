package io.podflow.job.step;

import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;

/**
 * What a live feed of bars sends, one method for each kind: a reader that leaves one out does not
 * compile.
 */
public interface FeedCases {

  void onRow(MarketRow row);

  /**
   * A heartbeat.
   *
   * @param time every row that closes up to then has been sent, epoch milliseconds UTC
   */
  void onBeat(long time);

  void onVersion(ConfigVersion version);

  /** A row from before, for the pods that are new in the last version. */
  void onHistory(MarketRow row);

  void onRate(FundingRate rate);

  /** A version was refused. */
  void onFault(String what);

  /** Hands an item over as what it is. */
  static void of(FeedItem item, FeedCases cases) {
    if (item.row() != null) {
      cases.onRow(item.row());
    } else if (item.beat() != FeedItem.NO_BEAT) {
      cases.onBeat(item.beat());
    } else if (item.version() != null) {
      cases.onVersion(item.version());
    } else if (item.history() != null) {
      cases.onHistory(item.history());
    } else if (item.rate() != null) {
      cases.onRate(item.rate());
    } else if (item.fault() != null) {
      cases.onFault(item.fault());
    } else {
      throw new IllegalArgumentException("an item of no kind: " + item);
    }
  }
}
