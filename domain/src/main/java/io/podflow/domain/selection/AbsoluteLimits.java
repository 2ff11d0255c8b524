package io.podflow.domain.selection;

import io.podflow.domain.settings.SelectorSettings;
import org.jspecify.annotations.Nullable;

/**
 * Figures that no symbol may have, however it compares with the others (docs/decisions.md, "The
 * asset selector"). Each of the two limits stands alone, and is off unless configured.
 */
final class AbsoluteLimits {

  /** A figure that equals its limit on paper has not crossed it. */
  private static final double TOLERANCE = 1e-12;

  private final @Nullable Double minSharpe;
  private final @Nullable Double maxDrawdown;

  AbsoluteLimits(SelectorSettings settings) {
    this.minSharpe = settings.absoluteMinSharpe();
    this.maxDrawdown = settings.absoluteMaxDrawdown();
  }

  /**
   * Which limit demands that the symbol leaves at once; {@link MovedBy#NOTHING} when none does, the
   * Sharpe ratio when both do.
   *
   * @param sharpe annualised, over {@code sharpe_lookback}
   * @param drawdown largest over {@code sharpe_lookback}, positive fraction
   */
  MovedBy broken(int returnCount, double sharpe, double drawdown) {
    if (returnCount < CompositeScore.MIN_RETURNS) {
      return MovedBy.NOTHING;
    }
    if (isPoor(sharpe)) {
      return MovedBy.ABSOLUTE_SHARPE;
    }
    return isDeep(drawdown) ? MovedBy.ABSOLUTE_DRAWDOWN : MovedBy.NOTHING;
  }

  private boolean isPoor(double sharpe) {
    return minSharpe != null && sharpe < minSharpe - TOLERANCE;
  }

  private boolean isDeep(double drawdown) {
    return maxDrawdown != null && drawdown > maxDrawdown + TOLERANCE;
  }
}
