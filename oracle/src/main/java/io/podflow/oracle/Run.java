package io.podflow.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A finished run as an outsider has it: configuration, bars, tables; and what follows at once. */
public final class Run {

  final Config config;
  final Bars bars;
  final Recorded recorded;
  final List<PodBook> books = new ArrayList<>();

  /** Closes of the portfolio. */
  final long[] closes;

  final List<String> universe;
  private final List<TreeMap<Long, String>> states = new ArrayList<>();
  private final Map<Long, Row> equity = new HashMap<>();
  private long ruinedFrom = Long.MAX_VALUE;

  Run(Config config, Bars bars, Recorded recorded) {
    this.config = config;
    this.bars = bars;
    this.recorded = recorded;
    this.universe = config.universe();
    Clock clock = new Clock(config, bars);
    this.closes = clock.closesOfPortfolio();
    for (Config.Pod pod : config.pods) {
      books.add(new PodBook(config, bars, clock, pod, recorded.rows("assets")));
    }
    for (Config.Pod pod : config.pods) {
      TreeMap<Long, String> days = new TreeMap<>();
      for (Row row : recorded.rows("pods")) {
        if (row.text("pod").equals(pod.id())) {
          days.put(row.time, row.text("state"));
        }
      }
      states.add(days);
    }
    for (Row row : recorded.rows("equity")) {
      equity.put(row.time, row);
    }
    for (Row row : recorded.rows("events")) {
      ruinedFrom = isRuin(row) ? Math.min(ruinedFrom, row.time) : ruinedFrom;
    }
  }

  /** Where a pod stands at a close, after the lifecycle of the day that it ends, if it ends one. */
  String state(Config.Pod pod, long close) {
    Map.Entry<Long, String> last = states.get(pod.index()).floorEntry(close);
    return last == null ? pod.initialState() : last.getValue();
  }

  boolean retired(Config.Pod pod, long close) {
    return state(pod, close).equals("RETIRED");
  }

  /**
   * Share of the value of a position that is paid at a close, for the time since the one before.
   */
  double fundingPaid(long close) {
    int index = Arrays.binarySearch(closes, close);
    double rate = config.number("funding_bps_per_8h") / 10_000;
    return index <= 0 ? 0 : fundingBetween(rate, closes[index - 1], close);
  }

  /** The flat rate of every eight hours that end after {@code from}, up to {@code to}. */
  static double fundingBetween(double rate, long from, long to) {
    long eight = Grid.DAY / 3;
    return rate * (Math.floorDiv(to, eight) - Math.floorDiv(from, eight));
  }

  /** Whether the portfolio is ruined by this event. */
  public static boolean isRuin(Row event) {
    return event.text("kind").equals("ruin") && event.text("pod").isEmpty();
  }

  double equity(long close) {
    Row row = equity.get(close);
    return row == null ? Double.NaN : row.number("equity");
  }

  /** Whether the portfolio was ruined at this close or before; nothing is traded any more. */
  boolean ruined(long close) {
    return close >= ruinedFrom;
  }

  /** The bars that a symbol fills on and is marked to. */
  Series finest(String symbol) {
    return bars.of(symbol, config.finest(symbol));
  }

  /** Index of the symbol's last finest bar that was traded on, or NONE. */
  int lastBar(String symbol, long close) {
    int last = finest(symbol).last(close);
    return last != Series.NONE && finest(symbol).time(last) > bars.from ? last : Series.NONE;
  }

  boolean seen(String symbol, long close) {
    return lastBar(symbol, close) != Series.NONE;
  }

  double mark(String symbol, long close) {
    int last = lastBar(symbol, close);
    return last == Series.NONE ? 0 : finest(symbol).close(last);
  }

  /** Closes of the finest timeframe since the symbol's last bar. */
  long missed(String symbol, long close) {
    int last = lastBar(symbol, close);
    return last == Series.NONE
        ? 0
        : (close - finest(symbol).time(last)) / Grid.length(config.finest(symbol));
  }

  boolean stale(String symbol, long close) {
    return missed(symbol, close) >= config.staleAfter();
  }

  /** The close at which a symbol becomes stale after its bar at {@code index}, if no bar comes. */
  long staleAfter(String symbol, int index) {
    long length = Grid.length(config.finest(symbol));
    return finest(symbol).time(index) + config.staleAfter() * length;
  }

  /** Whether any pod has a bar of the symbol at this close. */
  boolean present(String symbol, long close) {
    return books.stream()
        .anyMatch(
            book ->
                book.symbols.contains(symbol)
                    && book.present(book.symbols.indexOf(symbol), close)
                    && book.closeIndex(close) >= 0);
  }

  long lastClose() {
    return closes[closes.length - 1];
  }
}
