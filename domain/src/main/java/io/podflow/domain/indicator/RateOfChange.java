package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/** Changes of the close over k bars, as fractions (docs/strategies.md). */
public final class RateOfChange {

  private RateOfChange() {}

  /** pct: close / close k bars before, less 1; NaN where there is none. */
  public static double of(BarSeries bars, int ago, int length) {
    if (bars.size() <= ago + length) {
      return Double.NaN;
    }
    return Ratio.of(bars.close(ago), bars.close(ago + length)) - 1;
  }

  /** The same change as a share of the newer close, the feature {@code mom}. */
  public static double ofNewer(BarSeries bars, int ago, int length) {
    if (bars.size() <= ago + length) {
      return Double.NaN;
    }
    return Ratio.of(bars.close(ago) - bars.close(ago + length), bars.close(ago));
  }

  /** Sample standard deviation of the last n changes from bar to bar; NaN where there are fewer. */
  public static double deviation(BarSeries bars, int ago, int length) {
    double sum = 0;
    for (int i = ago; i < ago + length; i++) {
      sum += of(bars, i, 1);
    }
    double mean = sum / length;
    double squares = 0;
    for (int i = ago; i < ago + length; i++) {
      double distance = of(bars, i, 1) - mean;
      squares += distance * distance;
    }
    return Math.sqrt(squares / (length - 1));
  }

  /**
   * Deviation over few changes as a multiple of that over many, the feature {@code vol_ratio}; NaN
   * where the many do not vary.
   */
  public static double deviationRatio(BarSeries bars, int ago, int few, int many) {
    double ofMany = deviation(bars, ago, many);
    return SignificantDigits.isNothing(ofMany, 1) ? Double.NaN : deviation(bars, ago, few) / ofMany;
  }
}
