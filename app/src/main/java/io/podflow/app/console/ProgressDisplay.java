package io.podflow.app.console;

import io.podflow.job.engine.Progress;
import java.io.PrintWriter;

/** Shows a run's progress: a bar on a terminal, plain lines elsewhere. */
public interface ProgressDisplay extends Progress, AutoCloseable {

  /** What an interrupted run says. */
  String INTERRUPTED = "podflow: interrupted; nothing is left of the run";

  /** Says that the run was given up. */
  void interrupted();

  @Override
  void close();

  /**
   * @param expected bars to come, an estimate
   * @param messages where plain lines go
   */
  static ProgressDisplay start(long expected, PrintWriter messages) {
    return System.console() != null
        ? new ProgressBarDisplay(expected, messages, System::nanoTime)
        : new ProgressLines(expected, messages, System::nanoTime);
  }
}
