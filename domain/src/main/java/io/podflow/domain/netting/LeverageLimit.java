package io.podflow.domain.netting;

import org.jspecify.annotations.Nullable;

/**
 * The limit {@code max_gross_leverage} on Σ|net target|, measured on netted targets (decision CA5).
 *
 * @param maximum largest sum, as a multiple of equity; null when there is no limit
 */
public record LeverageLimit(@Nullable Double maximum) {

  /** The one factor, at most 1, that brings {@code grossLeverage} within the limit. */
  public double scale(double grossLeverage) {
    return maximum != null && grossLeverage > maximum ? maximum / grossLeverage : 1.0;
  }
}
