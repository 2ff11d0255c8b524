package io.podflow.report.console;

/** A section of the terminal summary of a finished run. */
@FunctionalInterface
interface ConsoleSection {

  /** Writes the section, or nothing when the run has no data for it. */
  void writeTo(ConsoleText text);
}
