package io.podflow.domain.asset;

import io.podflow.api.Bar;
import io.podflow.api.BarSeries;
import io.podflow.domain.market.Halts;
import io.podflow.domain.metrics.Dispersion;
import io.podflow.domain.metrics.ReturnMetrics;

/** Whether a symbol's price moves at all (decision EV2). */
final class StillPrice {

  /** Returns that differ by more than this have variance, in any window that is kept. */
  private static final double CLEARLY_DIFFERENT = 1e-9;

  private StillPrice() {}

  /**
   * Bars in a row, up to this one, that had the same close and no volume.
   *
   * @param memory as it was before the bar
   */
  static int barsInARow(AssetMemory memory, Bar bar) {
    double previous = memory.stillBars > 0 ? memory.bars.close(0) : Double.NaN;
    return Halts.stillBars(memory.stillBars, previous, bar.close(), bar.volume());
  }

  /**
   * Whether the last {@code window} returns, or as many as there are, are enough and do not vary;
   * never for a window of 0.
   */
  static boolean isWithoutVariance(BarSeries bars, int window) {
    int count = Math.min(bars.size() - 1, window);
    if (bars.size() - 1 < Dispersion.ENOUGH_RETURNS || count < 2) {
      return false;
    }
    double[] returns = new double[count];
    for (int ago = 0; ago < count; ago++) {
      returns[ago] = bars.close(ago) / bars.close(ago + 1) - 1;
      if (Math.abs(returns[ago] - returns[0]) > CLEARLY_DIFFERENT) {
        return false;
      }
    }
    return Dispersion.isNone(ReturnMetrics.standardDeviation(returns));
  }
}
