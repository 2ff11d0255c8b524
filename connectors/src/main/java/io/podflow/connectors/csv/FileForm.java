package io.podflow.connectors.csv;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The column names of one file format, as {@link #normal} spells names. A file has the first format
 * whose time and four price columns are all in the header; the volume column may be absent.
 *
 * @param source programs or exchanges that write such files
 * @param time the column with the bar's open
 * @param clock a second column with the time of day; null when {@code time} holds date and time of
 *     day
 * @param open column of the open; the other prices alike
 * @param volume names of the volume column, the first in the header wins; {@link #BASE} stands for
 *     the base asset in the name of the file
 */
record FileForm(
    String source,
    String time,
    @Nullable String clock,
    String open,
    String high,
    String low,
    String close,
    List<String> volume) {

  static final String BASE = "BASE";

  private static final List<String> VOLUME =
      List.of("volume", "volume_" + BASE, "base_volume", "volume_base", "vol");

  /** All formats, in the order in which a header is compared with them. */
  static final List<FileForm> KNOWN =
      List.of(
          usual("Binance archives", "open_time"),
          usual("CoinMarketCap", "timeopen"),
          usual("podflow, CCXT", "timestamp"),
          usual("CryptoDataDownload", "unix"),
          usual("Bitstamp archives", "unix_timestamp"),
          dayAndClock("day and time of the day apart", "date", "time"),
          usual("Kraken, TradingView", "time"),
          usual("pandas", "datetime"),
          usual("pandas", "date_time"),
          usual("freqtrade, Yahoo Finance, Stooq", "date"),
          usual("spreadsheets", "date_utc"),
          new FileForm(
              "one letter a column", "t", null, "o", "h", "l", "c", List.of("v", "volume")));

  private static FileForm usual(String source, String time) {
    return new FileForm(source, time, null, "open", "high", "low", "close", VOLUME);
  }

  private static FileForm dayAndClock(String source, String day, String clock) {
    return new FileForm(source, day, clock, "open", "high", "low", "close", VOLUME);
  }

  /** A column name in lower case, with every run of other characters as one underscore. */
  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
  }

  /**
   * @param names normal names of a header
   */
  boolean fits(List<String> names) {
    return names.containsAll(List.of(time, open, high, low, close))
        && (clock == null || names.contains(clock));
  }

  /** The volume column, in the base asset where named so; null when the header has none. */
  @Nullable String volumeIn(List<String> names, String base) {
    for (String name : volume) {
      String wanted = name.replace(BASE, normal(base));
      if (names.contains(wanted)) {
        return wanted;
      }
    }
    return names.stream().filter(name -> name.startsWith("volume_")).findFirst().orElse(null);
  }
}
