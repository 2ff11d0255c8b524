package io.podflow.domain.portfolio.orders;

import org.jspecify.annotations.Nullable;

/**
 * Whether what is held breaks a limit by so much that it has to shrink at once (decision TR2): by
 * more than a tenth. Judged anew at each close.
 *
 * @param maxGrossLeverage limit on Σ|held| · mark / equity; infinite when there is none
 * @param maxVolatility limit on the volatility of what is held; infinite when there is none
 */
public record LimitBreach(double maxGrossLeverage, double maxVolatility) {

  /** Of the configured limits, each null where there is none. */
  public static LimitBreach of(@Nullable Double maxGrossLeverage, @Nullable Double maxVolatility) {
    return new LimitBreach(orNone(maxGrossLeverage), orNone(maxVolatility));
  }

  private static double orNone(@Nullable Double limit) {
    return limit == null ? Double.POSITIVE_INFINITY : limit;
  }

  /** A breach that is larger cannot wait for the band. */
  private static final double TOLERATED = 1.1;

  private static final double ROUNDING = 1 + 1e-12;

  /** Σ|held| · mark / equity, kept shares included. */
  public static double gross(double[] held, double[] marks, double equity) {
    double gross = 0;
    for (int s = 0; s < held.length; s++) {
      gross += Math.abs(held[s] * marks[s]);
    }
    return equity > 0 ? gross / equity : 0;
  }

  /**
   * Whether either limit is broken.
   *
   * @param gross of what is held
   * @param volatility estimate of what is held, annualised; NaN when there is none
   */
  public boolean isBroken(double gross, double volatility) {
    return gross > TOLERATED * maxGrossLeverage * ROUNDING
        || volatility > TOLERATED * maxVolatility * ROUNDING;
  }

  /** Whether a symbol has to follow at once while a limit is broken: when it shrinks. */
  public static boolean shrinks(double wanted, double held) {
    return Math.abs(wanted) < Math.abs(held);
  }
}
