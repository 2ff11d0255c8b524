package io.podflow.connectors.wire;

import io.podflow.domain.market.Timeframe;

/**
 * One message of the topic {@code bars}. One type for both kinds, because a sealed family would
 * need a serializer of its own; what a heartbeat does not use is empty, 0 or the shortest
 * timeframe.
 *
 * @param kind what is said
 * @param symbol name of the symbol
 * @param timeframe length of the bar
 * @param time open of the bar; of a heartbeat, up to when bars are complete; epoch milliseconds UTC
 * @param open first price, quote currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded volume, base asset
 */
public record MarketMessage(
    Kind kind,
    String symbol,
    Timeframe timeframe,
    long time,
    double open,
    double high,
    double low,
    double close,
    double volume) {

  /** What is said. */
  public enum Kind {
    /** A bar has closed. */
    BAR,
    /** Every bar that closes up to this time has been sent. */
    HEARTBEAT
  }

  public static MarketMessage bar(
      String symbol,
      Timeframe timeframe,
      long openTime,
      double open,
      double high,
      double low,
      double close,
      double volume) {
    return new MarketMessage(Kind.BAR, symbol, timeframe, openTime, open, high, low, close, volume);
  }

  public static MarketMessage heartbeat(long time) {
    return new MarketMessage(Kind.HEARTBEAT, "", Timeframe.M1, time, 0, 0, 0, 0, 0);
  }

  /** Event time of the message, epoch milliseconds UTC: the close of a bar. */
  public long eventTime() {
    return kind == Kind.BAR ? timeframe.closeOf(time) : time;
  }
}
