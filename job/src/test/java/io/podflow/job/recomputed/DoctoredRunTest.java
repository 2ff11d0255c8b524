package io.podflow.job.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.job.testing.FinishedRun;
import io.podflow.oracle.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outsider notices a change of one part in a million in any column, and any row left out. */
class DoctoredRunTest {

  /** A run with rows in every table. */
  private static final long SEED = 1001;

  private static final int DAYS = 30;

  private static final List<String> TEXTS =
      List.of(
          "pod",
          "symbol",
          "signal_reason",
          "state",
          "trigger",
          "order_id",
          "fill_id",
          "side",
          "reason",
          "status",
          "kind",
          "from_state",
          "to_state",
          "severity",
          "message");

  @Test
  void everyColumnCounts(@TempDir Path scratch) throws Exception {
    FinishedRun run = FinishedRun.ofSeed(SEED, DAYS, scratch);
    run.check();
    List<String> unnoticed = new ArrayList<>();
    for (Recorded.Table table : Recorded.read(run.runDb()).all()) {
      long time = table.rows().get(table.rows().size() / 2).time;
      String where = " WHERE time = '" + Instant.ofEpochMilli(time) + "'";
      String name = table.name();
      for (String column : table.columns()) {
        String change = "UPDATE " + name + " SET \"" + column + "\" = " + changed(column) + where;
        if (!column.equals("time") && !notices(run, change)) {
          unnoticed.add(name + "." + column);
        }
      }
      if (!notices(run, "DELETE FROM " + name + where)) {
        unnoticed.add(name + " with rows left out");
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  private static String changed(String column) {
    String quoted = '"' + column + '"';
    return TEXTS.contains(column)
        ? quoted + " || '?'"
        : "coalesce("
            + quoted
            + ", 0) * (1 + 1e-6) + iif(abs(coalesce("
            + quoted
            + ", 0)) < 1e-3, 1e-6, 0)";
  }

  /** Whether the check fails, in whatever way, after a change of the database. */
  private static boolean notices(FinishedRun run, String change) throws IOException, SQLException {
    Path copy = run.runDb().resolveSibling("doctored.db");
    Files.deleteIfExists(copy);
    Files.copy(run.runDb(), copy);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(change)).isPositive();
    }
    try {
      run.with(copy).check();
      return false;
    } catch (AssertionError | RuntimeException noticed) {
      return true;
    }
  }
}
