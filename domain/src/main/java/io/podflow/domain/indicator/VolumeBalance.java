package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/**
 * Volume in units of its own mean, so that a feature is the same for a coin that is counted in
 * thousands (decision EV6). Without any volume in the window it is 0.
 */
public final class VolumeBalance {

  private VolumeBalance() {}

  /**
   * Change of the on-balance volume over n bars as a multiple of their mean volume, −n to n:
   * positive where most was traded in bars that closed higher. NaN without n changes of the close.
   */
  public static double of(BarSeries bars, int ago, int length) {
    if (bars.size() <= ago + length) {
      return Double.NaN;
    }
    double balance = 0;
    for (int i = ago; i < ago + length; i++) {
      double direction = SignificantDigits.order(bars.close(i), bars.close(i + 1));
      balance += direction * bars.volume(i);
    }
    return inMeans(balance, bars, ago, length);
  }

  /**
   * A figure in units of volume as a multiple of the mean volume of n bars; 0 where nothing was
   * traded in them, NaN where there are fewer.
   *
   * @param ago of the newest of the n bars
   */
  public static double inMeans(double figure, BarSeries bars, int ago, int length) {
    double mean = mean(bars, ago, length);
    return mean == 0 ? 0 : figure / mean;
  }

  /** Mean volume of n bars; NaN where there are fewer. */
  public static double mean(BarSeries bars, int ago, int length) {
    if (bars.size() < ago + length) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = ago; i < ago + length; i++) {
      sum += bars.volume(i);
    }
    return sum / length;
  }
}
