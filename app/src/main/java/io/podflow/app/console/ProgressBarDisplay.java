package io.podflow.app.console;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * A progress bar with rate and remaining time, redrawn in place and erased at the end. The bar
 * stays within 80 columns and plain ASCII, so that any terminal shows the bar; a terminal library
 * would take Ctrl-C away from the shutdown hooks.
 */
final class ProgressBarDisplay implements ProgressDisplay {

  private static final double SECONDS_BETWEEN = 0.2;
  private static final int CELLS = 16;
  private static final String CLEAR_LINE = "\r\033[K";

  private final long expected;
  private final PrintWriter terminal;
  private final Pace pace;
  private boolean closed;

  /**
   * @param expected bars to come, an estimate
   * @param nanoTime clock, nanoseconds as {@link System#nanoTime}
   */
  ProgressBarDisplay(long expected, PrintWriter terminal, LongSupplier nanoTime) {
    this.expected = expected;
    this.terminal = terminal;
    this.pace = new Pace(expected, SECONDS_BETWEEN, nanoTime);
  }

  @Override
  public synchronized void bars(long bars) {
    if (bars == 0) {
      pace.starting();
    }
    if (bars < expected && !closed && pace.isDue()) {
      draw((int) (CELLS * bars / expected), bars == 0 ? "starting" : pace.reading(bars));
    }
  }

  @Override
  public synchronized void allRead() {
    if (!closed && pace.isDue()) {
      draw(CELLS, pace.deciding());
    }
  }

  @Override
  public synchronized void stage(String stage, long done, long all) {
    String reading = pace.stage(stage, done, all);
    if (!closed && pace.isDue()) {
      draw((int) (CELLS * Math.min(done, all) / Math.max(1, all)), reading);
    }
  }

  private void draw(int filled, String text) {
    String cells = "#".repeat(filled) + ".".repeat(CELLS - filled);
    terminal.print(CLEAR_LINE + "[" + cells + "] " + text);
    terminal.flush();
  }

  @Override
  public synchronized void interrupted() {
    close();
    terminal.println(INTERRUPTED);
    terminal.flush();
  }

  @Override
  public synchronized void close() {
    closed = true;
    terminal.print(CLEAR_LINE);
    terminal.flush();
  }
}
