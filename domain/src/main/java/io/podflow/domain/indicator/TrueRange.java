package io.podflow.domain.indicator;

/** TR of docs/strategies.md: how far the price moved in a bar, the gap before it included. */
public final class TrueRange {

  private TrueRange() {}

  /**
   * max(high − low, |high − previous close|, |low − previous close|), in price units.
   *
   * @param previousClose NaN at the first bar, whose range is high − low
   */
  public static double of(double high, double low, double previousClose) {
    double range = high - low;
    if (Double.isNaN(previousClose)) {
      return range;
    }
    return Math.max(range, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
  }
}
