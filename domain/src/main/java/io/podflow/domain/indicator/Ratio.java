package io.podflow.domain.indicator;

/** Division as docs/strategies.md has it. */
final class Ratio {

  private Ratio() {}

  /** The quotient; NaN where the denominator is exactly 0. */
  static double of(double numerator, double denominator) {
    return denominator == 0 ? Double.NaN : numerator / denominator;
  }
}
