package io.podflow.job.cli;

import io.podflow.job.engine.Progress;
import java.io.PrintWriter;

/** Shows a run's progress: a bar on a terminal, plain lines elsewhere. */
interface ProgressDisplay extends Progress, AutoCloseable {

  @Override
  void close();

  /**
   * @param expected bars to come, an estimate
   * @param lines where plain lines go
   */
  static ProgressDisplay start(long expected, PrintWriter lines) {
    return System.console() != null
        ? new ProgressBarDisplay(expected)
        : new ProgressLines(expected, lines);
  }
}
