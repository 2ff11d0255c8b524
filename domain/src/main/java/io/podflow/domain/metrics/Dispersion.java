package io.podflow.domain.metrics;

/**
 * How far returns scatter, and whether that says anything (decision EV2). A symbol whose price
 * stands still has no measured risk, which is not the same as little risk.
 */
public final class Dispersion {

  /** Fewer returns than this say nothing. */
  public static final int ENOUGH_RETURNS = 10;

  /** A standard deviation up to this is rounding. */
  private static final double NONE = 1e-12;

  private Dispersion() {}

  /**
   * Sample standard deviation of the last {@code lookback} returns, or of as many as there are; NaN
   * where they are too few.
   */
  public static double of(ReturnWindow window, int lookback) {
    return of(window.last(lookback));
  }

  /** Sample standard deviation of all {@code returns}; NaN where they are too few. */
  public static double of(double[] returns) {
    return returns.length < ENOUGH_RETURNS ? Double.NaN : ReturnMetrics.standardDeviation(returns);
  }

  /** Whether a standard deviation shows variance; false for NaN. */
  public static boolean isSome(double deviation) {
    return deviation > NONE;
  }

  /** Whether enough returns show no variance; false for NaN. */
  public static boolean isNone(double deviation) {
    return deviation <= NONE;
  }
}
