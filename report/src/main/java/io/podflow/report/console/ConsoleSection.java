package io.podflow.report.console;

/** A part of what the terminal shows of a finished run. */
@FunctionalInterface
interface ConsoleSection {

  /** Writes the part, or nothing when the run has nothing for it. */
  void writeTo(ConsoleText text);
}
