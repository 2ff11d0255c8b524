package io.podflow.config.check;

/** The rounding error that a sum against a limit may have (decision VA3), absolute. */
final class Tolerance {

  /** For scoring weights, which users write rounded. */
  static final double WEIGHTS = 1e-6;

  /** For sums of fractions, which are off only by binary rounding. */
  static final double FRACTIONS = 1e-9;

  private Tolerance() {}
}
