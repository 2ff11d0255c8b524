package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/**
 * CMF of docs/strategies.md, after Chaikin: volume weighted by where each bar closed in its own
 * range, −1 at the low to 1 at the high, as a share of all volume in the window.
 */
public final class Cmf {

  private Cmf() {}

  /** −1 to 1; NaN without n bars, without volume, or where a bar in the window has no range. */
  public static double of(BarSeries bars, int ago, int length) {
    if (bars.size() < ago + length) {
      return Double.NaN;
    }
    double flow = 0;
    double volume = 0;
    for (int i = ago; i < ago + length; i++) {
      flow += Ratio.of(pressure(bars, i), bars.high(i) - bars.low(i)) * bars.volume(i);
      volume += bars.volume(i);
    }
    return Ratio.of(flow, volume);
  }

  private static double pressure(BarSeries bars, int ago) {
    double close = bars.close(ago);
    return (close - bars.low(ago)) - (bars.high(ago) - close);
  }
}
