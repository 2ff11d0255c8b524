package io.podflow.config.check;

/** How far a sum may miss its limit and still meet it (decision VA3). */
final class Tolerance {

  /** For scoring weights, which users write rounded. */
  static final double WEIGHTS = 1e-6;

  /** For sums of fractions, which miss only by rounding of binary numbers. */
  static final double FRACTIONS = 1e-9;

  private Tolerance() {}
}
