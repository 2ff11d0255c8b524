package io.podflow.oracle;

import java.util.Locale;

/** Closes of a timeframe, counted from the epoch; all times epoch milliseconds UTC. */
final class Grid {

  static final long DAY = 86_400_000L;

  private Grid() {}

  /** Milliseconds of a label such as {@code 5m}, {@code 12H} or {@code 1D}. */
  static long length(String timeframe) {
    int end = timeframe.length() - 1;
    long count = Long.parseLong(timeframe.substring(0, end));
    return switch (timeframe.substring(end).toLowerCase(Locale.ROOT)) {
      case "m" -> count * 60_000L;
      case "h" -> count * 3_600_000L;
      default -> count * DAY;
    };
  }

  static double barsPerYear(String timeframe) {
    return 365.0 * DAY / length(timeframe);
  }

  /** The first close after {@code time}. */
  static long closeAfter(long time, String timeframe) {
    long length = length(timeframe);
    return Math.floorDiv(time, length) * length + length;
  }

  static boolean closesAt(long time, String timeframe) {
    return Math.floorMod(time, length(timeframe)) == 0;
  }

  static boolean endsDay(long time) {
    return Math.floorMod(time, DAY) == 0;
  }

  /** The UTC day that a close belongs to: one at 00:00 ends the day before (FP2). */
  static long day(long time) {
    return Math.floorDiv(time - 1, DAY);
  }
}
