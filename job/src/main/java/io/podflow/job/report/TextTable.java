package io.podflow.job.report;

import java.util.ArrayList;
import java.util.List;

/** A table of text with aligned columns: the first ones to the left, numbers to the right. */
public final class TextTable {

  private static final String GAP = "  ";

  private final int leftColumns;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(int leftColumns, String... header) {
    this.leftColumns = leftColumns;
    rows.add(List.of(header));
  }

  public TextTable row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "cells: " + cells.length + " (expected: " + rows.get(0).size() + ")");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The header, a rule, the rows; every line indented by two. */
  public String text() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      line(text, rows.get(i), widths, ' ');
      if (i == 0) {
        line(text, rows.get(0).stream().map(cell -> "").toList(), widths, '-');
      }
    }
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, int[] widths, char fill) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = String.valueOf(fill).repeat(widths[i] - cells.get(i).length());
      line.append(GAP).append(i < leftColumns ? cells.get(i) + padding : padding + cells.get(i));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
