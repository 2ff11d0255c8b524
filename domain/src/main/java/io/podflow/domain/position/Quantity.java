package io.podflow.domain.position;

/**
 * When a quantity, or an amount of money, counts as nothing (decisions FP11, TR0): the one place
 * for these tolerances.
 */
public final class Quantity {

  /** Quantities of smaller size are zero, however small all others are. */
  public static final double ZERO_BELOW = 1e-10;

  /** Part of the largest quantity compared that is its rounding. */
  private static final double ROUNDING = 1e-12;

  /** Share of equity below which an amount counts as nothing. */
  private static final double DUST = 1e-9;

  private Quantity() {}

  public static boolean isZero(double quantity) {
    return Math.abs(quantity) < ZERO_BELOW;
  }

  /** The quantity itself, or 0 when it is too small to count. */
  public static double orZero(double quantity) {
    return isZero(quantity) ? 0.0 : quantity;
  }

  /**
   * The size below which a quantity is zero.
   *
   * @param largest size of the largest quantity that it is compared with or comes from
   */
  public static double zeroBelow(double largest) {
    return Math.max(ZERO_BELOW, ROUNDING * largest);
  }

  /** Whether a quantity that comes from quantities up to {@code largest} is zero. */
  public static boolean isZero(double quantity, double largest) {
    return Math.abs(quantity) < zeroBelow(largest);
  }

  /** The quantity itself, or 0 when beside quantities up to {@code largest} it does not count. */
  public static double orZero(double quantity, double largest) {
    return isZero(quantity, largest) ? 0.0 : quantity;
  }

  /** Whether an amount of money is too small a part of equity to be told. */
  public static boolean isDust(double amount, double equity) {
    return Math.abs(amount) < DUST * equity;
  }

  /** Whether a size is below a limit; one that equals it on paper is not. */
  public static boolean isBelow(double size, double limit) {
    return size < limit * (1 - ROUNDING);
  }

  /** The size of the largest of some quantities. */
  public static double largest(double... quantities) {
    double largest = 0;
    for (double quantity : quantities) {
      largest = Math.max(largest, Math.abs(quantity));
    }
    return largest;
  }
}
