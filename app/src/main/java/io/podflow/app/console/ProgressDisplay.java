package io.podflow.app.console;

import io.podflow.job.engine.Progress;
import java.io.PrintWriter;

/** Shows a run's progress: a progress bar on a terminal, plain lines elsewhere. */
public interface ProgressDisplay extends Progress, AutoCloseable {

  /** The message of an interrupted run. */
  String INTERRUPTED = "podflow: interrupted; nothing is left of the run";

  /** Prints that the run was interrupted. */
  void interrupted();

  @Override
  void close();

  /**
   * @param expected bars to come, an estimate
   * @param messages receives the progress bar or the lines
   */
  static ProgressDisplay start(long expected, PrintWriter messages) {
    return System.console() != null
        ? new ProgressBarDisplay(expected, messages, System::nanoTime)
        : new ProgressLines(expected, messages, System::nanoTime);
  }
}
