package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/** SMA and SMAx of docs/strategies.md: plain means of the last closes. */
public final class SimpleAverage {

  private SimpleAverage() {}

  /**
   * Mean of n closes, in price units; NaN where there are fewer.
   *
   * @param ago of the newest close
   */
  public static double of(BarSeries bars, int ago, int length) {
    if (bars.size() < ago + length) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = ago; i < ago + length; i++) {
      sum += bars.close(i);
    }
    return sum / length;
  }

  /** SMAx: the fast average over the slow one, less 1; positive in a rising market. */
  public static double cross(BarSeries bars, int ago, int fast, int slow) {
    return Ratio.of(of(bars, ago, fast), of(bars, ago, slow)) - 1;
  }
}
