package io.podflow.app.console;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a run is and how fast it goes, in words; limits how often that is said. Rate and
 * remaining time are said once they are known, after a second of measuring; a remaining time that
 * rounds to 0 is not said.
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
   * @param secondsBetween two words
   * @param nanoTime a clock
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

  /** Whether it is time to say something; if so, counts as said. */
  boolean isDue() {
    if (seconds() - lastSaid < secondsBetween) {
      return false;
    }
    lastSaid = seconds();
    return true;
  }

  /** No bar is in yet: what passes is the start of the engine, and no measure of its speed. */
  void starting() {
    firstBar = seconds();
  }

  /** Bars, and, once they are known, rate and remaining time. */
  String reading(long bars) {
    double took = seconds() - firstBar;
    String rate =
        isKnown(bars, took) ? String.format(Locale.ROOT, ", %,.0f bars/s", bars / took) : "";
    return String.format(
        Locale.ROOT, "%,d of %,d bars%s%s", bars, expected, rate, remaining(bars, expected, took));
  }

  /**
   * A stage after the bars: how much of it is done, and how long the rest takes at its own pace.
   *
   * @param name what it is
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

  /** All bars are in. */
  String deciding() {
    return String.format(Locale.ROOT, "all bars read, deciding, %,.0f s", seconds());
  }
}
