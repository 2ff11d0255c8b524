package io.podflow.oracle;

/** When a quantity is nothing (TR0). */
final class Quantities {

  private Quantities() {}

  /** The least that counts among quantities of this size. */
  static double nothing(double... compared) {
    double largest = 0;
    for (double quantity : compared) {
      largest = Math.max(largest, Math.abs(quantity));
    }
    return Math.max(1e-10, 1e-12 * largest);
  }

  static double orNothing(double quantity, double... compared) {
    return Math.abs(quantity) < nothing(compared) ? 0 : quantity;
  }
}
