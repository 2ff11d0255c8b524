package io.podflow.domain.metrics;

import java.util.Locale;

/**
 * Comparing figures with what the user has set: a figure that equals its limit on paper is not
 * decided by rounding (as decision PO4 has it for scores). NaN compares as false.
 */
public final class Thresholds {

  private static final double TOLERANCE = 1e-12;

  private Thresholds() {}

  public static boolean reaches(double figure, double limit) {
    return figure >= limit - TOLERANCE;
  }

  public static boolean isWithin(double figure, double limit) {
    return figure <= limit + TOLERANCE;
  }

  public static boolean isBelow(double figure, double limit) {
    return figure < limit - TOLERANCE;
  }

  public static boolean isAbove(double figure, double limit) {
    return figure > limit + TOLERANCE;
  }

  /** A figure as it stands in a message. */
  public static String text(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure);
  }
}
