package io.podflow.connectors.rundb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Marks a SQLite file as a {@code run.db} of this version and refuses any other. */
final class RunDbSchema {

  /** Must be raised when a table or column changes. */
  static final int VERSION = 3;

  private RunDbSchema() {}

  /** Creates the tables in an empty file; accepts a file with the tables of this version. */
  static void create(Path file, Connection connection) throws SQLException {
    if (version(connection) != 0) {
      check(file, connection);
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (RunTable table : RunTable.values()) {
        statement.execute(table.createStatement());
      }
      statement.execute("PRAGMA user_version = " + VERSION);
    }
  }

  static void check(Path file, Connection connection) throws SQLException {
    int version = version(connection);
    if (version != VERSION) {
      throw new RunDbException(
          file, "is a run.db of version " + version + " (expected: " + VERSION + ")");
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
