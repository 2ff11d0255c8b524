package io.podflow.domain.market;

import io.podflow.api.Timeframe;

/**
 * One bar as a feed sends it, before it is anybody's.
 *
 * @param symbol index into the {@link Universe}
 * @param timeframe its length
 * @param openTime epoch milliseconds UTC, an open of that timeframe
 * @param open quote currency, as the three that follow
 * @param volume base asset
 */
public record MarketRow(
    int symbol,
    Timeframe timeframe,
    long openTime,
    double open,
    double high,
    double low,
    double close,
    double volume) {

  /** End of the period, epoch milliseconds UTC. */
  public long closeTime() {
    return openTime + timeframe.millis();
  }

  boolean hasFiguresOf(MarketRow other) {
    return open == other.open
        && high == other.high
        && low == other.low
        && close == other.close
        && volume == other.volume;
  }
}
