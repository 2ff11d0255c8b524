package io.podflow.app.console;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Prints a line of progress every few seconds, for logs and pipes. */
public final class ProgressLines implements ProgressDisplay {

  private static final double SECONDS_BETWEEN = 5;

  private final long expected;
  private final PrintWriter lines;
  private final Pace pace;

  /**
   * @param expected bars to come, an estimate
   * @param nanoTime clock, nanoseconds as {@link System#nanoTime}
   */
  public ProgressLines(long expected, PrintWriter lines, LongSupplier nanoTime) {
    this.expected = expected;
    this.lines = lines;
    this.pace = new Pace(expected, SECONDS_BETWEEN, nanoTime);
  }

  @Override
  public synchronized void bars(long bars) {
    if (bars == 0) {
      pace.starting();
    } else if (bars < expected && pace.isDue()) {
      print(pace.reading(bars));
    }
  }

  @Override
  public synchronized void allRead() {
    if (pace.isDue()) {
      print(pace.deciding());
    }
  }

  @Override
  public synchronized void stage(String stage, long done, long all) {
    String reading = pace.stage(stage, done, all);
    if (pace.isDue()) {
      print(reading);
    }
  }

  @Override
  public synchronized void interrupted() {
    print(INTERRUPTED);
  }

  private void print(String line) {
    lines.println(line);
    lines.flush();
  }

  @Override
  public void close() {}
}
