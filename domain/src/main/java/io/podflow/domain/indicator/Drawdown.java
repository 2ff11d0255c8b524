package io.podflow.domain.indicator;

import io.podflow.api.BarSeries;

/** The close against the highest of the closes before it (docs/strategies.md). */
public final class Drawdown {

  private Drawdown() {}

  /** DD: below the highest close that is kept, a fraction of at most 0. */
  public static double of(BarSeries bars) {
    return nearness(bars, bars.size()) - 1;
  }

  /** The newest close over the highest of the last n, at most 1; NaN where there are fewer. */
  public static double nearness(BarSeries bars, int length) {
    if (bars.size() < length) {
      return Double.NaN;
    }
    double highest = bars.close(0);
    for (int ago = 1; ago < length; ago++) {
      highest = Math.max(highest, bars.close(ago));
    }
    return Ratio.of(bars.close(0), highest);
  }
}
