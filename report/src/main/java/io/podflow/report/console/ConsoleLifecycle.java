package io.podflow.report.console;

import java.util.List;

/** Changes of lifecycle states, phases of defence, and stops. */
record ConsoleLifecycle(List<String> lines) implements ConsoleSection {

  @Override
  public void writeTo(ConsoleText text) {
    if (!lines.isEmpty()) {
      text.heading("Lifecycle and risk");
      lines.forEach(line -> text.line("  %s", line));
    }
  }
}
