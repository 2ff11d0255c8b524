package io.podflow.connectors.wire;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;

/**
 * One message of the topic {@code bars}. One type for all kinds, because a sealed family would need
 * a serializer of its own; a component that a kind does not use is empty, 0 or the shortest
 * timeframe.
 *
 * @param kind kind of the message
 * @param symbol name of the symbol
 * @param timeframe length of the bar
 * @param time open of the bar; for a heartbeat, the time up to which bars are complete; for a
 *     version, its first close; for a funding rate, the time of the payment; epoch milliseconds UTC
 * @param open first price, quote currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded volume, base asset
 * @param rate funding rate, fraction of the position's value, positive when longs pay
 * @param version id of a version of the configuration
 * @param history number of bars of {@link Kind#HISTORY} that follow the version
 * @param yaml the whole configuration, as in a configuration file; not validated by this topic
 * @param readTo offset on this topic up to which the history of a version was made: that of the
 *     first record that is not in it; {@link #NOT_TOLD} of a version without history
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
    double volume,
    double rate,
    String version,
    int history,
    String yaml,
    long readTo) {

  /** No offset. */
  public static final long NOT_TOLD = -1;

  /** Kind of a message. */
  public enum Kind {
    /** A bar has closed. */
    BAR,
    /** Every bar that closes up to this time has been sent. */
    HEARTBEAT,
    /** This configuration holds from the close {@code time} on. */
    VERSION,
    /** An earlier bar, for the warm-up of pods that are new in a version. */
    HISTORY,
    /** The funding rate of a symbol at a time. */
    FUNDING
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
    return new MarketMessage(
        Kind.BAR, symbol, timeframe, openTime, open, high, low, close, volume, 0, "", 0, "",
        NOT_TOLD);
  }

  /** The same bar as history of a version. */
  public MarketMessage historyOf(String id) {
    return new MarketMessage(
        Kind.HISTORY,
        symbol,
        timeframe,
        time,
        open,
        high,
        low,
        close,
        volume,
        0,
        id,
        0,
        "",
        NOT_TOLD);
  }

  /** A bar of a symbol with this name. */
  public static MarketMessage bar(String symbol, Bar bar) {
    return bar(
        symbol,
        bar.timeframe(),
        bar.closeTime() - bar.timeframe().millis(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume());
  }

  public static MarketMessage heartbeat(long time) {
    return new MarketMessage(
        Kind.HEARTBEAT, "", Timeframe.M1, time, 0, 0, 0, 0, 0, 0, "", 0, "", NOT_TOLD);
  }

  /** A version without history, or of which nobody says what its history was made from. */
  public static MarketMessage version(String id, long effective, int history, String yaml) {
    return version(id, effective, history, yaml, NOT_TOLD);
  }

  public static MarketMessage version(
      String id, long effective, int history, String yaml, long readTo) {
    return new MarketMessage(
        Kind.VERSION, "", Timeframe.M1, effective, 0, 0, 0, 0, 0, 0, id, history, yaml, readTo);
  }

  /** A funding payment of {@code rate} times the position's value at {@code time}. */
  public static MarketMessage funding(String symbol, long time, double rate) {
    return new MarketMessage(
        Kind.FUNDING, symbol, Timeframe.M1, time, 0, 0, 0, 0, 0, rate, "", 0, "", NOT_TOLD);
  }

  /** The close of a bar, and {@code time} for all other kinds; epoch milliseconds UTC. */
  public long eventTime() {
    return kind == Kind.BAR || kind == Kind.HISTORY ? timeframe.closeOf(time) : time;
  }
}
