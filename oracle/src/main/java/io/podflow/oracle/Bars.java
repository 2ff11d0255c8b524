package io.podflow.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bars a run has read, in every timeframe its pods trade, and the stretch it covers: closes in
 * (warmUpFrom, from] only feed windows, closes in (from, horizon] are decided on.
 */
public final class Bars {

  private static final Series EMPTY = new Series(List.of());

  final long warmUpFrom;
  final long from;
  final long horizon;

  /** What the reading of these bars has to leave in {@code events}. */
  final List<Notice> notices;

  private final Map<String, Series> series = new HashMap<>();

  public Bars(
      long warmUpFrom, long from, long horizon, List<Candle> candles, List<Notice> notices) {
    this.warmUpFrom = warmUpFrom;
    this.from = from;
    this.horizon = horizon;
    this.notices = List.copyOf(notices);
    Map<String, List<Candle>> grouped = new HashMap<>();
    for (Candle candle : candles) {
      grouped
          .computeIfAbsent(key(candle.symbol(), candle.timeframe()), k -> new ArrayList<>())
          .add(candle);
    }
    grouped.forEach((key, list) -> series.put(key, new Series(list)));
  }

  Series of(String symbol, String timeframe) {
    return series.getOrDefault(key(symbol, timeframe), EMPTY);
  }

  private static String key(String symbol, String timeframe) {
    return symbol + " " + timeframe;
  }

  /** Something to say about the data of one symbol. */
  public record Notice(long time, String symbol, String severity, String message) {}
}
