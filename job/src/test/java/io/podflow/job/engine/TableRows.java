package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.job.inline.InlineEngine;
import io.podflow.job.source.MarketFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rows of a run by column, to be held against those of another run that should say the same but for
 * the order of rows and the rounding of sums.
 *
 * @param tables rows by table
 */
record TableRows(Map<String, List<Map<String, Object>>> tables) {

  private static final double TOLERANCE = 1e-9;

  /** A run of the plain loop. */
  static TableRows of(RunScope scope, MarketFeed feed, List<String> tables) throws IOException {
    Path db = Files.createTempFile("podflow-rows", ".db");
    try {
      new InlineEngine(TableRows.class.getClassLoader()).run(scope, feed, db, Progress.SILENT);
      return read(db, tables);
    } finally {
      Files.delete(db);
    }
  }

  private static TableRows read(Path db, List<String> tables) {
    Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
          all.put(table, rows(result));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(db.toString(), e);
    }
    return new TableRows(all);
  }

  private static List<Map<String, Object>> rows(ResultSet result) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      columns.add(result.getMetaData().getColumnName(column));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    while (result.next()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), result.getObject(i + 1));
      }
      rows.add(row);
    }
    return rows;
  }

  List<Map<String, Object>> rows(String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  /** Without the rows that are not asked about. */
  TableRows where(Predicate<Map<String, Object>> asked) {
    Map<String, List<Map<String, Object>>> some = new LinkedHashMap<>();
    tables.forEach((table, rows) -> some.put(table, rows.stream().filter(asked).toList()));
    return new TableRows(some);
  }

  /**
   * Fails unless both have the same rows, in whatever order.
   *
   * @param scale of the columns in {@code scaled} ({@code table.column}) here, to there
   */
  void assertSameAs(TableRows other, double scale, Set<String> scaled) {
    for (String table : tables.keySet()) {
      List<Map<String, Object>> here = sorted(rows(table));
      List<Map<String, Object>> there = sorted(other.rows(table));
      for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
        assertSame(table, here.get(i), there.get(i), scale, scaled);
      }
      assertThat(here).as(table).hasSameSizeAs(there);
    }
  }

  private static List<Map<String, Object>> sorted(List<Map<String, Object>> rows) {
    return rows.stream().sorted(Comparator.comparing(TableRows::words)).toList();
  }

  /** What a row is about: all but its numbers, and the text with numbers in it. */
  private static String words(Map<String, Object> row) {
    StringBuilder words = new StringBuilder();
    row.forEach(
        (column, value) -> {
          if (value instanceof String && !column.equals("message")) {
            words.append(value).append('|');
          }
        });
    return words.toString();
  }

  private static void assertSame(
      String table,
      Map<String, Object> here,
      Map<String, Object> there,
      double scale,
      Set<String> scaled) {
    here.forEach(
        (column, value) -> {
          Object other = there.get(column);
          if (value instanceof Number number && other instanceof Number expected) {
            double factor = scaled.contains(table + "." + column) ? scale : 1;
            double a = number.doubleValue();
            double b = expected.doubleValue() * factor;
            assertThat(Math.abs(a - b))
                .as("%s.%s: %s%n%s", table, column, here, there)
                .isLessThanOrEqualTo(TOLERANCE * factor * (1 + Math.abs(expected.doubleValue())));
          } else if (!column.equals("message")) {
            assertThat(value).as("%s.%s: %s%n%s", table, column, here, there).isEqualTo(other);
          }
        });
  }
}
