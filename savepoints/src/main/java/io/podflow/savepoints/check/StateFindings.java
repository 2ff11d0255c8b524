package io.podflow.savepoints.check;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, a line each. */
final class StateFindings {

  /** Sums of money and quantities may be off by rounding. */
  private static final double TOLERANCE = 1e-9;

  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Notes what was found instead of what was expected, unless that holds. */
  void expect(boolean holds, String where, Object found, String expected) {
    if (!holds) {
      lines.add(where + ": " + found + " (expected: " + expected + ")");
    }
  }

  void finite(String where, double value) {
    expect(Double.isFinite(value), where, value, "a number");
  }

  void equal(String where, double value, double expected) {
    double scale = Math.max(1, Math.max(Math.abs(value), Math.abs(expected)));
    expect(Math.abs(value - expected) <= TOLERANCE * scale, where, value, String.valueOf(expected));
  }

  void atMostOne(String where, double sum) {
    expect(sum <= 1 + TOLERANCE, where, sum, "at most 1");
  }
}
