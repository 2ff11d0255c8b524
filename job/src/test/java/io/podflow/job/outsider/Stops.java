package io.podflow.job.outsider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which symbols a pod's own stops took out, from its recorded targets and the bars (EX4). */
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
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> quiet = new HashMap<>();

  Stops(PodBook book) {
    this.book = book;
    for (int i = 0; i < book.symbols.size(); i++) {
      follow(i);
    }
    all.forEach(stop -> known.add(stop.close() + stop.symbol()));
    for (int i = 0; i < book.symbols.size(); i++) {
      keepQuiet(i);
    }
  }

  /** The closes after each stop at which the signal does not count yet (TR6). */
  private void keepQuiet(int i) {
    String symbol = book.symbols.get(i);
    Map<Long, Boolean> sides = new HashMap<>();
    all.stream()
        .filter(stop -> stop.symbol().equals(symbol))
        .forEach(stop -> sides.put(stop.close(), stop.isLong()));
    int count = -1;
    double side = 0;
    for (long close : book.closes) {
      Optional<Row> row = book.row(close, i);
      count = book.stale(i, close) ? -1 : count;
      if (sides.containsKey(close)) {
        count = 0;
        side = sides.get(close) ? 1 : -1;
      } else if (row.isPresent() && count >= 0) {
        boolean waits = count < book.pod.number("stop_cooldown_bars");
        count = waits && row.get().number("signal") * side > 0 ? count + 1 : -1;
        if (count > 0) {
          quiet.put(close + symbol, count);
        }
      }
    }
  }

  /** Closes with a bar since a stop while the symbol is quiet, else 0. */
  int quietBars(long close, int i) {
    return quiet.getOrDefault(close + book.symbols.get(i), 0);
  }

  /** Whether a stop or the quiet time after it holds the signal at 0. */
  boolean silenced(long close, int i) {
    return stopped(close, i) || quietBars(close, i) > 0;
  }

  List<Stop> all() {
    return all;
  }

  boolean stopped(long close, int i) {
    return known.contains(close + book.symbols.get(i));
  }

  private void follow(int i) {
    double held = 0;
    double entry = 0;
    double wanted = 0;
    double best = 0;
    double lastClose = Double.NaN;
    List<Double> ranges = new ArrayList<>();
    for (int k = 0; k < book.closes.length; k++) {
      long close = book.closes[k];
      if (book.stale(i, close)) {
        held = 0;
        wanted = 0;
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
      if (held != 0) {
        double high = series.high(bar);
        double low = series.low(bar);
        best = held > 0 ? Math.max(best, high) : Math.min(best, low);
        ranges.add(Math.max(high, lastClose) - Math.min(low, lastClose));
        judge(i, close, held > 0, held > 0 ? low : high, entry, best, ranges);
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
