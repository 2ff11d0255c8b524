package io.podflow.chaos.verdict;

import io.podflow.connectors.rundb.RunTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares all tables of two {@code run.db}, row by row and bit by bit. */
final class Tables {

  private static final String SEPARATOR = "|";

  private Tables() {}

  /** The rows that only one of them has, table by table. */
  static List<Difference> differences(Path undisturbed, Path disturbed) {
    List<Difference> differences = new ArrayList<>();
    for (RunTable table : RunTable.values()) {
      if (!table.isDecided()) {
        continue;
      }
      Set<String> expected = rows(undisturbed, table);
      Set<String> found = rows(disturbed, table);
      Set<String> all = new LinkedHashSet<>(expected);
      all.addAll(found);
      for (String row : all) {
        if (!expected.contains(row)) {
          differences.add(difference(table, row, "only disturbed: "));
        } else if (!found.contains(row)) {
          differences.add(difference(table, row, "only undisturbed: "));
        }
      }
    }
    return differences;
  }

  private static Difference difference(RunTable table, String row, String whose) {
    String time = row.substring(0, row.indexOf(SEPARATOR));
    return new Difference(table.label(), time.matches("\\d{4}-.*") ? time : "", whose + row);
  }

  /** No two are equal: the first columns of every table identify a row. */
  private static Set<String> rows(Path runDb, RunTable table) {
    Set<String> rows = new HashSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + runDb);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + table.label())) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          row.append(result.getObject(column)).append(SEPARATOR);
        }
        rows.add(row.toString());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(runDb.toString(), e);
    }
    return rows;
  }
}
