package io.podflow.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * When things are decided: a pod at every close of its timeframe from its first bar on, the
 * portfolio at every close of any pod's timeframe from the first thing that happens in it on.
 */
final class Clock {

  private static final long NEVER = Long.MAX_VALUE;

  private final Config config;
  private final Bars bars;

  Clock(Config config, Bars bars) {
    this.config = config;
    this.bars = bars;
  }

  long[] closesOf(Config.Pod pod) {
    List<Long> closes = new ArrayList<>();
    long first = NEVER;
    for (String symbol : pod.symbols()) {
      Series series = bars.of(symbol, pod.timeframe());
      first = series.size() == 0 ? first : Math.min(first, series.time(0));
    }
    // A pod that has seen bars before the first traded day runs from that day's first close on.
    first = Math.max(first, Grid.closeAfter(bars.from, pod.timeframe()));
    for (long t = first; t <= bars.horizon; t += Grid.length(pod.timeframe())) {
      closes.add(t);
    }
    return closes.stream().mapToLong(Long::longValue).toArray();
  }

  long[] closesOfPortfolio() {
    List<Long> closes = new ArrayList<>();
    for (long t = first(); t <= bars.horizon; t = next(t)) {
      closes.add(t);
    }
    return closes.stream().mapToLong(Long::longValue).toArray();
  }

  private long first() {
    long first = NEVER;
    for (Config.Pod pod : config.pods) {
      long[] closes = closesOf(pod);
      first = closes.length == 0 ? first : Math.min(first, closes[0]);
    }
    for (String symbol : config.universe()) {
      Series series = bars.of(symbol, config.finest(symbol));
      int next = series.last(bars.from) + 1;
      first = next < series.size() ? Math.min(first, series.time(next)) : first;
    }
    return first;
  }

  private long next(long time) {
    long next = NEVER;
    for (String timeframe : config.timeframes("")) {
      next = Math.min(next, Grid.closeAfter(time, timeframe));
    }
    return next;
  }
}
