package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import java.util.BitSet;

/**
 * The closes of a range, numbered, and at how many of them there is a bar.
 *
 * @param from start of the first bar that counts, epoch milliseconds UTC
 * @param end of the range, epoch milliseconds UTC
 * @param timeframe the distance of the closes
 */
record CloseCover(long from, long end, Timeframe timeframe) {

  /** How many closes there are in the range. */
  long size() {
    return (end - from) / timeframe.millis();
  }

  /** Marks the closes that {@code rows} bars, {@code step} apart, belong to. */
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
