package io.podflow.domain.indicator;

/**
 * Comparison of figures in the twelve significant digits that count (decision EV6). Prices in
 * another unit are other binary numbers, so the same figure comes out a few last bits higher or
 * lower: what is equal on paper must not be decided by them. Figures closer to each other than one
 * part in 10¹² are equal.
 */
public final class SignificantDigits {

  private static final double SHARE = 1e-12;

  private SignificantDigits() {}

  /** Whether {@code a} is above {@code b}, in the digits of the larger of the two. */
  public static boolean above(double a, double b) {
    return above(a, b, Math.max(Math.abs(a), Math.abs(b)));
  }

  /**
   * Whether {@code a} is above {@code b}, where both are differences of larger figures.
   *
   * @param scale size of those figures, as the price where a and b are changes of a price
   */
  public static boolean above(double a, double b, double scale) {
    return a - b > SHARE * scale;
  }

  /** −1, 0 or 1: whether {@code a} is below, equal to or above {@code b}; NaN where one is NaN. */
  public static double order(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.NaN;
    }
    return above(a, b) ? 1 : above(b, a) ? -1 : 0;
  }

  /** Whether a size is nothing beside the figures that it was made of, 0 included. */
  public static boolean isNothing(double size, double scale) {
    return Math.abs(size) <= SHARE * Math.abs(scale);
  }
}
