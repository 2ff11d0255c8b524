package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.RunWindow;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of the bar opens of one file, in the order of the file: whether they rise, the
 * distances between them, and the number in a range. Rows at equal distances are counted as one
 * run, so that a row costs one comparison.
 */
final class OpenTimes {

  private final RunWindow range;
  private final @Nullable CloseCover cover;
  private final Map<Timeframe, Long> spacings = new EnumMap<>(Timeframe.class);
  private final BitSet closes = new BitSet();
  private long count;
  private long first;
  private long last;
  private long runStart;
  private long runRows;
  private long spacing;
  private long divisor;
  private boolean ordered = true;
  private boolean repeats;
  private long inRange;
  private long firstInRange;
  private long lastInRange;

  /**
   * @param cover numbers the closes to mark; null when no caller counts closes
   */
  OpenTimes(RunWindow range, @Nullable CloseCover cover) {
    this.range = range;
    this.cover = cover;
  }

  void add(long openTime) {
    long step = openTime - last;
    if (step == spacing && runRows > 1) {
      runRows++;
    } else {
      turn(openTime, step);
    }
    last = openTime;
    count++;
  }

  private void turn(long openTime, long step) {
    if (count == 0) {
      first = openTime;
      begin(openTime);
      return;
    }
    ordered &= step >= 0;
    repeats |= step == 0;
    if (runRows == 1 && step > 0) {
      spacing = step;
      runRows = 2;
      return;
    }
    finishRun();
    count(step, 1);
    divisor = gcd(divisor, step);
    begin(openTime);
  }

  private void begin(long openTime) {
    runStart = openTime;
    runRows = 1;
    spacing = 0;
  }

  /** Must be called after the last {@code add} and before any getter. */
  void end() {
    if (count > 0) {
      finishRun();
    }
  }

  private void finishRun() {
    if (runRows > 1) {
      count(spacing, runRows - 1);
      divisor = gcd(divisor, spacing);
    }
    long step = Math.max(spacing, 1);
    long end = runStart + (runRows - 1) * step;
    long skipped = Math.max(0, -Math.floorDiv(runStart - range.warmUpFrom(), step));
    long from = runStart + skipped * step;
    long to = Math.min(end, range.horizon() - 1);
    if (skipped < runRows && from <= to) {
      long rows = (to - from) / step + 1;
      firstInRange = inRange == 0 ? from : firstInRange;
      lastInRange = from + (rows - 1) * step;
      inRange += rows;
      if (cover != null) {
        cover.mark(closes, from, step, rows);
      }
    }
  }

  private void count(long step, long times) {
    for (Timeframe timeframe : Timeframe.values()) {
      if (timeframe.millis() == step) {
        spacings.merge(timeframe, times, Long::sum);
      }
    }
  }

  private static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  /** Whether no bar open is earlier than the open before it. */
  boolean isOrdered() {
    return ordered;
  }

  /** Whether two consecutive bar opens are equal. */
  boolean repeats() {
    return repeats;
  }

  /** Whether every time is the open of a bar of this timeframe. */
  boolean isOnGridOf(Timeframe timeframe) {
    return count == 0 || (timeframe.closesAt(first) && divisor % timeframe.millis() == 0);
  }

  /** Number of pairs of consecutive opens that are a timeframe apart; no key for 0. */
  Map<Timeframe, Long> spacings() {
    return Collections.unmodifiableMap(spacings);
  }

  /** The most frequent spacing, the shorter timeframe in a tie; null when the map is empty. */
  static @Nullable Timeframe mostFrequent(Map<Timeframe, Long> spacings) {
    Timeframe best = null;
    long most = 0;
    for (Map.Entry<Timeframe, Long> spacing : spacings.entrySet()) {
      if (spacing.getValue() > most) {
        most = spacing.getValue();
        best = spacing.getKey();
      }
    }
    return best;
  }

  long count() {
    return count;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  long inRange() {
    return inRange;
  }

  long firstInRange() {
    return firstInRange;
  }

  long lastInRange() {
    return lastInRange;
  }

  /** The closes at which this file has a bar, by their number in the cover. */
  BitSet closes() {
    return closes;
  }
}
