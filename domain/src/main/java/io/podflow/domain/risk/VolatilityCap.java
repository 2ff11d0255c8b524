package io.podflow.domain.risk;

import org.jspecify.annotations.Nullable;

/**
 * The limit {@code max_portfolio_volatility}: what is wanted is made smaller until its estimated
 * volatility is at the limit. Nothing is closed and nothing is forbidden (decision EV4).
 *
 * @param limit annualised fraction, above 0; null when there is none
 */
public record VolatilityCap(@Nullable Double limit) {

  /** An estimate at the limit is not above it, whatever rounding says. */
  private static final double TOLERANCE = 1e-12;

  /** Whether there is a limit. */
  public boolean isSet() {
    return limit != null;
  }

  /** The factor on all targets that may move: above 0, at most 1. */
  public double scale(VolatilityEstimate estimate) {
    return limit != null && estimate.value() > limit * (1 + TOLERANCE)
        ? limit / estimate.value()
        : 1.0;
  }
}
