package io.podflow.app.console;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress, rate and remaining time of a run in words, and a limit on how often a display prints.
 * Rate and remaining time appear after one second of measuring; a remaining time that rounds to 0
 * seconds is left out.
 */
public final class Pace {

  private static final double SECONDS_TO_MEASURE = 1;

  private final long expected;
  private final double secondsBetween;
  private final LongSupplier nanoTime;
  private final long started;
  private double firstBar;
  private double lastSaid;
  private String stage = "";
  private double stageBegan;

  /**
   * @param expected bars to come, an estimate
   * @param secondsBetween least time between two printed texts
   * @param nanoTime clock, nanoseconds as {@link System#nanoTime}
   */
  Pace(long expected, double secondsBetween, LongSupplier nanoTime) {
    this.expected = expected;
    this.secondsBetween = secondsBetween;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
  }

  private double seconds() {
    return (nanoTime.getAsLong() - started) / 1e9;
  }

  /** Whether the next text may be printed; if true, the time since the last text starts anew. */
  boolean isDue() {
    if (seconds() - lastSaid < secondsBetween) {
      return false;
    }
    lastSaid = seconds();
    return true;
  }

  /**
   * Must be called while no bar has been read: the start of the engine does not count for the rate.
   */
  void starting() {
    firstBar = seconds();
  }

  /** Number of bars, with rate and remaining time once known. */
  String reading(long bars) {
    double took = seconds() - firstBar;
    String rate =
        isKnown(bars, took) ? String.format(Locale.ROOT, ", %,.0f bars/s", bars / took) : "";
    return String.format(
        Locale.ROOT, "%,d of %,d bars%s%s", bars, expected, rate, remaining(bars, expected, took));
  }

  /**
   * Progress of a stage after the bars, with the remaining time at the stage's own rate.
   *
   * @param name name of the stage
   */
  String stage(String name, long done, long all) {
    if (!name.equals(stage)) {
      stage = name;
      stageBegan = seconds();
    }
    double took = seconds() - stageBegan;
    return String.format(
        Locale.ROOT, "%s, %,d of %,d%s", name, done, all, remaining(done, all, took));
  }

  private static boolean isKnown(long done, double took) {
    return done > 0 && took >= SECONDS_TO_MEASURE;
  }

  private static String remaining(long done, long all, double took) {
    long seconds = isKnown(done, took) ? Math.round((all - done) * (took / done)) : 0;
    return seconds > 0 ? String.format(Locale.ROOT, ", ETA %,d s", seconds) : "";
  }

  /** The text once all bars are read, with the seconds since the start. */
  String deciding() {
    return String.format(Locale.ROOT, "all bars read, deciding, %,.0f s", seconds());
  }
}
