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
    String eta =
        done > 0 && took > 0
            ? String.format(Locale.ROOT, ", ETA %,.0f s", Math.max(0, all - done) / (done / took))
            : "";
    return String.format(Locale.ROOT, "%s, %,d of %,d%s", name, done, all, eta);
  }

  /** All bars are in. */
  String deciding() {
    return String.format(Locale.ROOT, "all bars read, deciding, %,.0f s", seconds());
  }
}
