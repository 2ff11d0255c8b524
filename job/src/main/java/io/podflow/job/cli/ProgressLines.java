package io.podflow.job.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** A line every few seconds, for logs and pipes. */
final class ProgressLines implements ProgressDisplay {

  private static final double SECONDS_BETWEEN = 5;

  private final long expected;
  private final PrintWriter lines;
  private final long started = System.nanoTime();
  private double lastShown;

  ProgressLines(long expected, PrintWriter lines) {
    this.expected = expected;
    this.lines = lines;
  }

  @Override
  public void bars(long bars) {
    double seconds = (System.nanoTime() - started) / 1e9;
    if (bars > 0 && seconds - lastShown >= SECONDS_BETWEEN) {
      lastShown = seconds;
      lines.println(line(bars, expected, seconds));
      lines.flush();
    }
  }

  /** The line after so many bars and seconds. */
  static String line(long bars, long expected, double seconds) {
    double rate = bars / seconds;
    double remaining = Math.max(0, expected - bars) / rate;
    return String.format(
        Locale.ROOT,
        "%,d of about %,d bars, %,.0f bars/s, ETA %,.0f s",
        bars,
        Math.max(expected, bars),
        rate,
        remaining);
  }

  @Override
  public void close() {}
}
