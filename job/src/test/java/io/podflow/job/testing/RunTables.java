package io.podflow.job.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a run as text, every double with all its bits. */
public final class RunTables {

  public static final List<String> NAMES =
      List.of(
          "assets",
          "pods",
          "allocations",
          "targets",
          "orders",
          "fills",
          "pod_fills",
          "positions",
          "equity",
          "events",
          "monitors",
          "unsent",
          "benchmarks",
          "inputs",
          "models");

  /** Those whose rows begin with a time; inputs and last models of a run have none. */
  public static final List<String> OF_CLOSES = NAMES.subList(0, NAMES.size() - 2);

  /** The one column that two runs of the same bars may differ in: where a file lies. */
  private static final String PLACE = "file";

  private RunTables() {}

  /** Rows of every table in the order they are stored. */
  public static Map<String, List<String>> of(Path runDb) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + runDb)) {
      for (String table : NAMES) {
        tables.put(table, rows(connection, table));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(runDb.toString(), e);
    }
    return tables;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
      List<Integer> columns = columns(result.getMetaData());
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column : columns) {
          row.append(result.getObject(column)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static List<Integer> columns(ResultSetMetaData about) throws SQLException {
    List<Integer> columns = new ArrayList<>();
    for (int column = 1; column <= about.getColumnCount(); column++) {
      if (!about.getColumnName(column).equals(PLACE)) {
        columns.add(column);
      }
    }
    return columns;
  }
}
