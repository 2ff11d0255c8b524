package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/**
 * CCI of docs/strategies.md, after Lambert: how far the typical price p = (high + low + close) / 3
 * is from its mean, in units of 0.015 times the mean absolute deviation. Beyond ±100 is unusual.
 */
public final class Cci {

  private static final double LAMBERT = 0.015;

  private Cci() {}

  /**
   * NaN where there are fewer than n bars, or where all typical prices are equal in the digits that
   * count.
   */
  public static double of(BarSeries bars, int ago, int length) {
    if (bars.size() < ago + length) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = ago; i < ago + length; i++) {
      sum += typicalPrice(bars, i);
    }
    double mean = sum / length;
    double distances = 0;
    for (int i = ago; i < ago + length; i++) {
      distances += Math.abs(typicalPrice(bars, i) - mean);
    }
    double deviation = distances / length;
    if (SignificantDigits.isNothing(deviation, mean)) {
      return Double.NaN;
    }
    return (typicalPrice(bars, ago) - mean) / (LAMBERT * deviation);
  }

  private static double typicalPrice(BarSeries bars, int ago) {
    return (bars.high(ago) + bars.low(ago) + bars.close(ago)) / 3;
  }
}
