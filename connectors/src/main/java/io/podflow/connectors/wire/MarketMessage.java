package io.podflow.connectors.wire;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;

/**
 * One message of the topic {@code bars}. One type for all kinds, because a sealed family would need
 * a serializer of its own; what a kind does not use is empty, 0 or the shortest timeframe.
 *
 * @param kind what is said
 * @param symbol name of the symbol
 * @param timeframe length of the bar
 * @param time open of the bar; of a heartbeat, up to when bars are complete; of a version, the
 *     first close that it is to hold for; of a rate of funding, when it is due; epoch milliseconds
 *     UTC
 * @param open first price, quote currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded volume, base asset
 * @param rate of funding: fraction of the position's value, positive when longs pay
 * @param version id of a version of the configuration
 * @param history how many bars of {@link Kind#HISTORY} come after the version
 * @param yaml the whole configuration, as in a file; whether it is valid is for the reader of
 *     configurations to say
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
    String yaml) {

  /** What is said. */
  public enum Kind {
    /** A bar has closed. */
    BAR,
    /** Every bar that closes up to this time has been sent. */
    HEARTBEAT,
    /** From some close on, this configuration holds. */
    VERSION,
    /** A bar from before, for pods that are new in a version. */
    HISTORY,
    /** What holding a symbol costs at a time. */
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
        Kind.BAR, symbol, timeframe, openTime, open, high, low, close, volume, 0, "", 0, "");
  }

  /** The same bar as history of a version. */
  public MarketMessage historyOf(String id) {
    return new MarketMessage(
        Kind.HISTORY, symbol, timeframe, time, open, high, low, close, volume, 0, id, 0, "");
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
    return new MarketMessage(Kind.HEARTBEAT, "", Timeframe.M1, time, 0, 0, 0, 0, 0, 0, "", 0, "");
  }

  public static MarketMessage version(String id, long effective, int history, String yaml) {
    return new MarketMessage(
        Kind.VERSION, "", Timeframe.M1, effective, 0, 0, 0, 0, 0, 0, id, history, yaml);
  }

  /** What holding a symbol costs: {@code rate} times the position's value, at {@code time}. */
  public static MarketMessage funding(String symbol, long time, double rate) {
    return new MarketMessage(
        Kind.FUNDING, symbol, Timeframe.M1, time, 0, 0, 0, 0, 0, rate, "", 0, "");
  }

  /** When it closes: a bar at its end, all else at its time. Epoch milliseconds UTC. */
  public long eventTime() {
    return kind == Kind.BAR || kind == Kind.HISTORY ? timeframe.closeOf(time) : time;
  }
}
