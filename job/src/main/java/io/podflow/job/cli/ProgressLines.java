package io.podflow.job.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line every few seconds, for logs and pipes. */
final class ProgressLines implements ProgressDisplay {

  private static final double SECONDS_BETWEEN = 5;

  private final long expected;
  private final PrintWriter lines;
  private final LongSupplier nanoTime;
  private final long started;
  private double lastShown;

  /**
   * @param expected bars to come, an estimate
   * @param nanoTime a clock
   */
  ProgressLines(long expected, PrintWriter lines, LongSupplier nanoTime) {
    this.expected = expected;
    this.lines = lines;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
  }

  @Override
  public synchronized void bars(long bars) {
    if (bars > 0 && bars < expected && isDue()) {
      print(line(bars, expected, lastShown));
    }
  }

  @Override
  public synchronized void allRead() {
    if (isDue()) {
      print(String.format(Locale.ROOT, "all bars read, deciding, %,.0f s", lastShown));
    }
  }

  private boolean isDue() {
    double seconds = (nanoTime.getAsLong() - started) / 1e9;
    if (seconds - lastShown < SECONDS_BETWEEN) {
      return false;
    }
    lastShown = seconds;
    return true;
  }

  /** The line after so many bars and seconds. */
  static String line(long bars, long expected, double seconds) {
    double rate = bars / seconds;
    return String.format(
        Locale.ROOT,
        "%,d of about %,d bars, %,.0f bars/s, ETA %,.0f s",
        bars,
        expected,
        rate,
        (expected - bars) / rate);
  }

  @Override
  public synchronized void interrupted() {
    print("podflow: interrupted; nothing is left of the run");
  }

  private void print(String line) {
    lines.println(line);
    lines.flush();
  }

  @Override
  public void close() {}
}
