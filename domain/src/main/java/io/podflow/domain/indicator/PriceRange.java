package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/**
 * Where the close stands in the range of the last n bars, from their lowest low to their highest
 * high (docs/strategies.md): Lane's stochastics, and Williams's %R, which is the same figure less
 * 100.
 */
public final class PriceRange {

  private PriceRange() {}

  /**
   * K: 100·(close − lowest) / (highest − lowest), 0 to 100; NaN without n bars or without range.
   */
  public static double stochasticK(BarSeries bars, int ago, int length) {
    if (bars.size() < ago + length) {
      return Double.NaN;
    }
    double lowest = lowestLow(bars, ago, length);
    double range = highestHigh(bars, ago, length) - lowest;
    return range == 0 ? Double.NaN : 100 * (bars.close(ago) - lowest) / range;
  }

  /** D: mean of the last {@code smoothing} values of K, 0 to 100. */
  public static double stochasticD(BarSeries bars, int ago, int length, int smoothing) {
    double sum = 0;
    for (int i = ago; i < ago + smoothing; i++) {
      sum += stochasticK(bars, i, length);
    }
    return sum / smoothing;
  }

  /** %R: −100·(highest − close) / (highest − lowest), −100 to 0; NaN as K. */
  public static double williamsR(BarSeries bars, int ago, int length) {
    if (bars.size() < ago + length) {
      return Double.NaN;
    }
    double highest = highestHigh(bars, ago, length);
    double range = highest - lowestLow(bars, ago, length);
    return range == 0 ? Double.NaN : -100 * (highest - bars.close(ago)) / range;
  }

  private static double highestHigh(BarSeries bars, int ago, int length) {
    double highest = bars.high(ago);
    for (int i = ago + 1; i < ago + length; i++) {
      highest = Math.max(highest, bars.high(i));
    }
    return highest;
  }

  private static double lowestLow(BarSeries bars, int ago, int length) {
    double lowest = bars.low(ago);
    for (int i = ago + 1; i < ago + length; i++) {
      lowest = Math.min(lowest, bars.low(i));
    }
    return lowest;
  }
}
