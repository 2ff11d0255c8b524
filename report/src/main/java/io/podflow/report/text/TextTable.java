package io.podflow.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text with aligned columns: the first {@code leftColumns} columns to the left, the
 * others to the right.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

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
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
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
      String padding = String.valueOf(fill).repeat(widths[i] - TextWidth.of(cells.get(i)));
      String cell = apart(cells.get(i));
      line.append(GAP).append(i < leftColumns ? cell + padding : padding + cell);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** Isolates a cell with right-to-left text, which would otherwise reverse the cells beside it. */
  private static String apart(String cell) {
    boolean turns =
        cell.codePoints()
            .map(Character::getDirectionality)
            .anyMatch(
                direction ->
                    direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    return turns ? FIRST_STRONG_ISOLATE + cell + POP_ISOLATE : cell;
  }
}
