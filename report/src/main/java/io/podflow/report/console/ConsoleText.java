package io.podflow.report.console;

import io.podflow.report.text.Figures;
import io.podflow.report.text.TextTable;

/** Lines for a terminal; each ends with a line feed. */
final class ConsoleText {

  private final StringBuilder text = new StringBuilder();

  /** Begins a section: an empty line, then the heading. */
  void heading(String format, Object... arguments) {
    text.append('\n');
    line(format, arguments);
  }

  void line(String format, Object... arguments) {
    text.append(Figures.format(format, arguments)).append('\n');
  }

  /** A line of two figures side by side. */
  void pair(String left, String leftValue, String right, String rightValue) {
    line("  %-15s %15s     %-15s %15s", left, leftValue, right, rightValue);
  }

  void table(TextTable table) {
    append(table.text());
  }

  /** Appends whole lines unchanged. */
  void append(String lines) {
    text.append(lines);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
