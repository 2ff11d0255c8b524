package io.podflow.job.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a run is and how fast it goes, in words; limits how often that is said. */
final class Pace {

  private final long expected;
  private final double secondsBetween;
  private final LongSupplier nanoTime;
  private final long started;
  private double firstBar;
  private double lastSaid;

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

  /** Bars, rate and remaining time. */
  String reading(long bars) {
    double rate = bars / (seconds() - firstBar);
    return String.format(
        Locale.ROOT,
        "%,d of %,d bars, %,.0f bars/s, ETA %,.0f s",
        bars,
        expected,
        rate,
        (expected - bars) / rate);
  }

  /** All bars are in. */
  String deciding() {
    return String.format(Locale.ROOT, "all bars read, deciding, %,.0f s", seconds());
  }
}
