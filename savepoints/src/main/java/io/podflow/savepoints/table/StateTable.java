package io.podflow.savepoints.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One table: text, integers, doubles, or null where something is undefined.
 *
 * @param name in SQL and JSON
 * @param columns names
 * @param rows each with a cell per column
 */
public record StateTable(String name, List<String> columns, List<List<@Nullable Object>> rows) {

  /** An empty table. */
  public static StateTable of(String name, String... columns) {
    return new StateTable(name, List.of(columns), new ArrayList<>());
  }

  /** Adds a row; NaN becomes null. */
  StateTable add(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          name + ": " + cells.length + " cells (expected: " + columns.size() + ")");
    }
    List<@Nullable Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(defined(cell));
    }
    rows.add(Collections.unmodifiableList(row));
    return this;
  }

  private static @Nullable Object defined(@Nullable Object cell) {
    if (cell instanceof Double number && !Double.isFinite(number)) {
      return null;
    }
    return cell instanceof Boolean flag ? (Object) (flag ? 1 : 0) : cell;
  }

  /** With the rows of another part behind its own. */
  StateTable with(StateTable part) {
    rows.addAll(part.rows);
    return this;
  }

  /** The rows in which a column has this value; all of them without such a column. */
  public StateTable where(String column, String value) {
    int place = columns.indexOf(column);
    if (place < 0) {
      return this;
    }
    return new StateTable(
        name, columns, rows.stream().filter(row -> Objects.equals(row.get(place), value)).toList());
  }
}
