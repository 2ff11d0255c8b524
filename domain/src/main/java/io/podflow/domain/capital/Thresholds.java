package io.podflow.domain.capital;

/** Comparisons with configured numbers that rounding must not decide. */
final class Thresholds {

  /** Numbers closer than this are the same on paper. */
  private static final double TOLERANCE = 1e-12;

  private Thresholds() {}

  static boolean reaches(double value, double threshold) {
    return value >= threshold - TOLERANCE;
  }

  static boolean exceeds(double value, double threshold) {
    return value > threshold + TOLERANCE;
  }
}
