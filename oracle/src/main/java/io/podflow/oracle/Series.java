package io.podflow.oracle;

import java.util.Arrays;
import java.util.List;

/** All bars of one symbol and timeframe that a run has read, oldest first. */
final class Series {

  static final int NONE = -1;

  /** Bars without a move or volume that make a halt. */
  private static final int STILL = 5;

  private final long[] times;
  private final double[] opens;
  private final double[] highs;
  private final double[] lows;
  private final double[] closes;
  private final double[] volumes;

  Series(List<Candle> candles) {
    List<Candle> sorted =
        candles.stream().sorted((a, b) -> Long.compare(a.closeTime(), b.closeTime())).toList();
    this.times = sorted.stream().mapToLong(Candle::closeTime).toArray();
    this.opens = sorted.stream().mapToDouble(Candle::open).toArray();
    this.highs = sorted.stream().mapToDouble(Candle::high).toArray();
    this.lows = sorted.stream().mapToDouble(Candle::low).toArray();
    this.volumes = sorted.stream().mapToDouble(Candle::volume).toArray();
    this.closes = sorted.stream().mapToDouble(Candle::close).toArray();
  }

  int size() {
    return times.length;
  }

  long time(int index) {
    return times[index];
  }

  double open(int index) {
    return opens[index];
  }

  double high(int index) {
    return highs[index];
  }

  double low(int index) {
    return lows[index];
  }

  double close(int index) {
    return closes[index];
  }

  /** 0 where it is not known. */
  double volume(int index) {
    return Double.isNaN(volumes[index]) ? 0 : volumes[index];
  }

  /** Whether the bar is the fifth or later in a row at one close without any volume (EV2). */
  boolean halted(int index) {
    for (int i = index; i > index - STILL; i--) {
      if (i < 0 || volume(i) != 0 || closes[i] != closes[index]) {
        return false;
      }
    }
    return true;
  }

  /** Index of the last bar that closes at or before {@code time}, or {@link #NONE}. */
  int last(long time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 2;
  }

  boolean has(long time) {
    return Arrays.binarySearch(times, time) >= 0;
  }

  /** close / previous close − 1 of one bar; NaN for the first. */
  double periodReturn(int index) {
    return index == 0 ? Double.NaN : closes[index] / closes[index - 1] - 1;
  }

  /**
   * The last {@code count} returns up to and with the bar at {@code index}, or as many there are.
   */
  double[] returns(int index, int count) {
    int first = Math.max(1, index - count + 1);
    double[] returns = new double[Math.max(0, index - first + 1)];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = periodReturn(first + i);
    }
    return returns;
  }

  /** Whether at least 10 of the returns up to a bar are there, and do not vary. */
  boolean flat(int index, int lookback) {
    double[] returns = returns(index, lookback);
    return returns.length >= 10 && Figures.deviation(returns) <= 1e-12;
  }
}
