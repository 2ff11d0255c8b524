package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import java.util.BitSet;

/**
 * Numbers the closes of a range from 0 and marks those at which a symbol has a bar.
 *
 * @param from open of the first bar of the range, epoch milliseconds UTC
 * @param end of the range, epoch milliseconds UTC
 * @param timeframe distance between two closes
 */
record CloseCover(long from, long end, Timeframe timeframe) {

  /** Number of closes in the range. */
  long size() {
    return (end - from) / timeframe.millis();
  }

  /** Marks the closes of {@code rows} bars whose opens are {@code step} milliseconds apart. */
  void mark(BitSet closes, long firstOpen, long step, long rows) {
    if (step <= timeframe.millis()) {
      long first = Math.max(0, number(firstOpen));
      long last = Math.min(size() - 1, number(firstOpen + (rows - 1) * step));
      if (first <= last) {
        closes.set((int) first, (int) last + 1);
      }
      return;
    }
    for (long row = 0; row < rows; row++) {
      long number = number(firstOpen + row * step);
      if (number >= 0 && number < size()) {
        closes.set((int) number);
      }
    }
  }

  private long number(long openTime) {
    return Math.floorDiv(openTime - from, timeframe.millis());
  }
}
