package io.podflow.job.engine;

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
 * The tables of one run of the plain loop, rows as text with all digits.
 *
 * @param tables rows by table, in order
 */
record InlineRun(Map<String, List<String>> tables) {

  static InlineRun of(RunScope scope, MarketFeed feed) throws IOException {
    Path db = Files.createTempFile("podflow-inline", ".db");
    try {
      new InlineEngine(InlineRun.class.getClassLoader()).run(scope, feed, db, Progress.SILENT);
      return new InlineRun(RunTables.of(db));
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

  /** One value of a row, null as {@code null}. */
  static String column(String row, int index) {
    return row.split("\\|", -1)[index];
  }
}
