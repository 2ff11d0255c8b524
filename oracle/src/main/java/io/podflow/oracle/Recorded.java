package io.podflow.oracle;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a {@code run.db}, read by plain SQL; rows in order of time. */
public final class Recorded {

  private final Connection connection;
  private final Map<String, Long> times = new HashMap<>();
  private final Map<String, Table> tables = new LinkedHashMap<>();

  private Recorded(Connection connection) {
    this.connection = connection;
  }

  public static Recorded read(Path runDb) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + runDb)) {
      Recorded recorded = new Recorded(connection);
      for (String name :
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
              "benchmarks",
              "unsent")) {
        recorded.tables.put(name, recorded.table(name));
      }
      return recorded;
    } catch (SQLException e) {
      throw new IllegalStateException(runDb.toString(), e);
    }
  }

  private Table table(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet cursor = statement.executeQuery("SELECT * FROM " + name + " ORDER BY time")) {
      Map<String, Integer> columns = new LinkedHashMap<>();
      for (int i = 0; i < cursor.getMetaData().getColumnCount(); i++) {
        columns.put(cursor.getMetaData().getColumnName(i + 1), i);
      }
      List<Row> rows = new ArrayList<>();
      while (cursor.next()) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = cursor.getObject(i + 1);
        }
        rows.add(new Row(columns, values, time(cursor.getString("time"))));
      }
      return new Table(name, List.copyOf(columns.keySet()), rows);
    }
  }

  private long time(String text) {
    return times.computeIfAbsent(text, t -> Instant.parse(t).toEpochMilli());
  }

  Table get(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    return table;
  }

  public List<Table> all() {
    return List.copyOf(tables.values());
  }

  public List<Row> rows(String name) {
    return get(name).rows();
  }

  /** Columns in order, rows by time. */
  public record Table(String name, List<String> columns, List<Row> rows) {}
}
