package io.podflow.domain.position;

/** When a quantity of the base asset counts as nothing (decision FP11). */
public final class Quantity {

  /** Quantities of smaller size are zero. */
  public static final double ZERO_BELOW = 1e-10;

  private Quantity() {}

  public static boolean isZero(double quantity) {
    return Math.abs(quantity) < ZERO_BELOW;
  }

  /** The quantity itself, or 0 when it is too small to count. */
  public static double orZero(double quantity) {
    return isZero(quantity) ? 0.0 : quantity;
  }
}
