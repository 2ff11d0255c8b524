package io.podflow.job.engine;

import io.podflow.job.inline.InlineEngine;
import io.podflow.job.source.MarketFeed;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tables of one run, rows as text with all digits.
 *
 * @param tables rows by table, in order
 */
record RunRows(Map<String, List<String>> tables) {

  /** A run of the plain loop. */
  static RunRows of(RunScope scope, MarketFeed feed) throws IOException {
    Path db = Files.createTempFile("podflow-inline", ".db");
    try {
      new InlineEngine(RunRows.class.getClassLoader()).run(scope, feed, db, Progress.SILENT);
      return new RunRows(RunTables.of(db));
    } finally {
      Files.delete(db);
    }
  }

  List<String> rows(String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  /** Rows whose time is at most {@code time} (epoch milliseconds UTC). */
  List<String> rowsUpTo(String table, long time) {
    String limit = Instant.ofEpochMilli(time).toString();
    return rows(table).stream().filter(row -> column(row, 0).compareTo(limit) <= 0).toList();
  }

  /** Rows of one moment (as written in the table). */
  List<String> rowsAt(String table, String time) {
    return rows(table).stream().filter(row -> column(row, 0).equals(time)).toList();
  }

  /** Rows whose time is before {@code time} (epoch milliseconds UTC). */
  List<String> rowsBefore(String table, long time) {
    return rowsUpTo(table, time - 1);
  }

  static double number(String row, int index) {
    return Double.parseDouble(column(row, index));
  }

  /** One value of a row, null as {@code null}. */
  static String column(String row, int index) {
    return row.split("\\|", -1)[index];
  }
}
