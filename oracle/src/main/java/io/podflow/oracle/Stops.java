package io.podflow.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which symbols a pod's own stops took out, from its recorded targets and the bars (EX4), and how
 * long they stayed out (TR6).
 */
final class Stops {

  private static final int RANGES = 14;

  /** A position that a bar stopped out. */
  record Stop(
      long close,
      String symbol,
      boolean isLong,
      String kind,
      double touched,
      double level,
      double entry) {}

  private final PodBook book;
  private final List<Stop> all = new ArrayList<>();
  private final Map<String, Integer> quiet = new HashMap<>();

  Stops(PodBook book) {
    this.book = book;
    for (int i = 0; i < book.symbols.size(); i++) {
      follow(i);
    }
  }

  List<Stop> all() {
    return all;
  }

  /** Whether a stop, at this close or before, holds the symbol's signal at 0. */
  boolean heldAtZero(long close, int i) {
    return quiet.containsKey(close + book.symbols.get(i));
  }

  /** Closes with a bar since the stop that holds the symbol's signal at 0; else 0. */
  int quietBars(long close, int i) {
    return quiet.getOrDefault(close + book.symbols.get(i), 0);
  }

  private void follow(int i) {
    double held = 0;
    double entry = 0;
    double wanted = 0;
    double best = 0;
    double lastClose = Double.NaN;
    List<Double> ranges = new ArrayList<>();
    int stoppedSide = 0;
    int since = 0;
    for (int k = 0; k < book.closes.length; k++) {
      long close = book.closes[k];
      if (book.stale(i, close)) {
        held = 0;
        wanted = 0;
        stoppedSide = 0;
      }
      if (!book.present(i, close)) {
        continue;
      }
      Series series = book.series(i);
      int bar = series.last(close);
      if (wanted != held) {
        boolean fresh = held == 0 || wanted * held <= 0;
        if (fresh) {
          ranges.clear();
          best = series.open(bar);
        }
        entry =
            fresh
                ? series.open(bar)
                : Math.abs(wanted) > Math.abs(held)
                    ? (held * entry + (wanted - held) * series.open(bar)) / wanted
                    : entry;
        held = wanted;
      }
      int stopsBefore = all.size();
      if (held != 0) {
        double high = series.high(bar);
        double low = series.low(bar);
        best = held > 0 ? Math.max(best, high) : Math.min(best, low);
        ranges.add(Math.max(high, lastClose) - Math.min(low, lastClose));
        judge(i, close, held > 0, held > 0 ? low : high, entry, best, ranges);
      }
      if (all.size() > stopsBefore) {
        stoppedSide = held > 0 ? 1 : -1;
        since = 0;
      } else if (stoppedSide != 0) {
        since++;
        double signal = book.row(close, i).orElseThrow().number("signal");
        boolean over = since > book.pod.number("stop_cooldown_bars");
        stoppedSide = over || signal * stoppedSide <= 0 ? 0 : stoppedSide;
      }
      if (stoppedSide != 0) {
        quiet.put(close + book.symbols.get(i), since);
      }
      lastClose = series.close(bar);
      wanted = book.standing(k)[i] / lastClose;
    }
  }

  private void judge(
      int i,
      long close,
      boolean isLong,
      double touched,
      double entry,
      double best,
      List<Double> ranges) {
    double side = isLong ? 1 : -1;
    String symbol = book.symbols.get(i);
    if (!book.pod.node().path("system_stop_loss").isNull()) {
      double level = entry * (1 - side * book.pod.number("system_stop_loss"));
      if (side * touched < side * level) {
        all.add(new Stop(close, symbol, isLong, "stop loss", touched, level, entry));
        return;
      }
    }
    if (book.pod.node().path("use_trailing_stop").asBoolean() && ranges.size() >= RANGES) {
      double average =
          ranges.subList(ranges.size() - RANGES, ranges.size()).stream()
              .mapToDouble(Double::doubleValue)
              .average()
              .orElseThrow();
      double level = best - side * book.pod.number("trailing_stop_atr_multiplier") * average;
      if (side * touched < side * level) {
        all.add(new Stop(close, symbol, isLong, "trailing stop", touched, level, entry));
      }
    }
  }
}
