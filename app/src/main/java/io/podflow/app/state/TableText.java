package io.podflow.app.state;

import io.podflow.report.text.TextWidth;
import io.podflow.savepoints.table.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tables as text for people: aligned columns, numbers to the right and with at most six significant
 * digits unless whole.
 */
public final class TableText {

  private static final String GAP = "  ";

  private TableText() {}

  /** The name of the table and the table below the name; empty for a table without rows. */
  public static String of(StateTable table) {
    if (table.rows().isEmpty()) {
      return "";
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns());
    for (List<@Nullable Object> row : table.rows()) {
      lines.add(row.stream().map(TableText::text).toList());
    }
    StringBuilder text = new StringBuilder(table.name()).append('\n');
    boolean[] right = numeric(table);
    int[] widths = widths(lines);
    for (List<String> line : lines) {
      text.append(line(line, widths, right)).append('\n');
    }
    return text.toString();
  }

  private static String line(List<String> cells, int[] widths, boolean[] right) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - TextWidth.of(cells.get(i)));
      line.append(GAP).append(right[i] ? padding + cells.get(i) : cells.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(line.get(i)));
      }
    }
    return widths;
  }

  private static boolean[] numeric(StateTable table) {
    boolean[] numeric = new boolean[table.columns().size()];
    for (int i = 0; i < numeric.length; i++) {
      int column = i;
      numeric[i] = table.rows().stream().anyMatch(row -> row.get(column) instanceof Number);
    }
    return numeric;
  }

  /** The text of a cell; empty for null. */
  static String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e9
          ? String.valueOf(number.longValue())
          : String.format(Locale.ROOT, "%.6g", number);
    }
    return cell.toString();
  }
}
