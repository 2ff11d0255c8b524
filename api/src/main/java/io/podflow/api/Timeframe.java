package io.podflow.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The length of a bar. Every timeframe divides the UTC day, so periods counted from 2000-01-01T00Z
 * (docs/decisions.md, "Bars and time") are the same as periods counted from the epoch.
 */
public enum Timeframe {
  M1("1m", 60),
  M5("5m", 300),
  M15("15m", 900),
  M30("30m", 1_800),
  H1("1h", 3_600),
  H2("2h", 7_200),
  H3("3h", 10_800),
  H4("4h", 14_400),
  H6("6h", 21_600),
  H12("12H", 43_200),
  D1("1D", 86_400);

  private static final long SECONDS_PER_YEAR = 365L * 86_400L;

  private final String label;
  private final long millis;

  Timeframe(String label, long seconds) {
    this.label = label;
    this.millis = seconds * 1_000L;
  }

  /** As written in configuration and reports: {@code 1m}, {@code 12H}, {@code 1D}. */
  public String label() {
    return label;
  }

  /** Length in milliseconds. */
  public long millis() {
    return millis;
  }

  /** Bars in a year of 365 days: 365 for 1D, 730 for 12H (decision SG6). */
  public double barsPerYear() {
    return (double) SECONDS_PER_YEAR * 1_000 / millis;
  }

  /** Close time of the period that holds {@code openTime} (both epoch milliseconds, UTC). */
  public long closeOf(long openTime) {
    return (Math.floorDiv(openTime, millis) + 1) * millis;
  }

  /** Whether a period of this length closes at {@code time} (epoch milliseconds, UTC). */
  public boolean closesAt(long time) {
    return Math.floorMod(time, millis) == 0;
  }

  /** Whether bars of this length can be built from rows of length {@code source}. */
  public boolean isMultipleOf(Timeframe source) {
    return millis % source.millis == 0;
  }

  /** The first close of this length after {@code time} (epoch milliseconds, UTC). */
  public long nextClose(long time) {
    return closeOf(time);
  }

  /**
   * Reads a label, in any case but for {@code m}, which would otherwise be taken for months.
   *
   * @throws IllegalArgumentException naming the value and the known labels
   */
  public static Timeframe parse(String text) {
    for (Timeframe timeframe : values()) {
      if (timeframe.label.equals(text)
          || (!timeframe.label.endsWith("m")
              && timeframe.label.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))) {
        return timeframe;
      }
    }
    throw new IllegalArgumentException(
        "unknown timeframe '"
            + text
            + "' (one of "
            + Arrays.stream(values()).map(Timeframe::label).collect(Collectors.joining(", "))
            + ")");
  }

  @Override
  public String toString() {
    return label;
  }
}
