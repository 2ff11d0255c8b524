package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/**
 * BBpos of docs/strategies.md: where the close stands between Bollinger's bands, which lie two
 * sample standard deviations below (0) and above (1) the mean of n closes. Not clipped.
 */
public final class BollingerPosition {

  private static final double BAND = 2;

  private BollingerPosition() {}

  /** NaN where there are fewer than n closes, or where all are equal in the digits that count. */
  public static double of(BarSeries bars, int ago, int length) {
    double mean = SimpleAverage.of(bars, ago, length);
    if (Double.isNaN(mean)) {
      return Double.NaN;
    }
    double squares = 0;
    for (int i = ago; i < ago + length; i++) {
      double distance = bars.close(i) - mean;
      squares += distance * distance;
    }
    double deviation = Math.sqrt(squares / (length - 1));
    if (SignificantDigits.isNothing(deviation, mean)) {
      // The mean of equal closes need not be that close to the last bit.
      return Double.NaN;
    }
    double lower = mean - BAND * deviation;
    double upper = mean + BAND * deviation;
    return (bars.close(ago) - lower) / (upper - lower);
  }
}
