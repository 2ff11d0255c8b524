package io.podflow.connectors.rundb;

import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.PodRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a {@code run.db}: the queries of the reports, and plain SQL for all others. */
public final class RunDb implements AutoCloseable {

  /** SQL that finds the events which say that tables are not whole (decision LV8). */
  public static final String NOT_WHOLE =
      "(kind = 'config' AND message LIKE 'journal.decisions is %')";

  private final Path file;
  private final Connection connection;

  private RunDb(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens {@code file} for reading.
   *
   * @throws RunDbException if the file does not exist, or is no {@code run.db} of this version
   */
  public static RunDb open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new RunDbException(file, "does not exist");
    }
    try {
      Connection connection = RunDbConnections.forReading(file);
      try {
        RunDbSchema.check(file, connection);
        return new RunDb(file, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new RunDbException(file, e);
    }
  }

  /** Converts one row. */
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /** Consumes one row. */
  public interface RowConsumer {
    void accept(Row row) throws SQLException;
  }

  /** Runs a query and passes each row to {@code consumer}. */
  public void forEach(String sql, RowConsumer consumer, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet cursor = statement.executeQuery()) {
        Row row = new Row(cursor);
        while (cursor.next()) {
          consumer.accept(row);
        }
      }
    } catch (SQLException e) {
      throw new RunDbException(file, e);
    }
  }

  /** Runs a query and collects its rows, converted by {@code reader}. */
  public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    List<T> rows = new ArrayList<>();
    forEach(sql, row -> rows.add(reader.read(row)), parameters);
    return rows;
  }

  /** Number of rows of every table, by the table's name. */
  public SortedMap<String, Long> rowCounts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (RunTable table : RunTable.values()) {
      counts.put(table.label(), count(table));
    }
    return counts;
  }

  /** Number of rows of a table. */
  public long count(RunTable table) {
    return query("SELECT count(*) FROM " + table.label(), row -> row.large(0)).get(0);
  }

  /** All rows of {@code equity}, oldest first. */
  public List<EquityRow> equity() {
    return query(
        RunTable.EQUITY.selectStatement(),
        row -> RowCells.record(EquityRow.class, RunTable.EQUITY, row));
  }

  /** All rows of {@code benchmarks}, oldest first, rows of one close by name. */
  public List<BenchmarkRow> benchmarks() {
    return query(
        RunTable.BENCHMARKS.selectStatement(),
        row -> RowCells.record(BenchmarkRow.class, RunTable.BENCHMARKS, row));
  }

  /** The last row of every pod, by pod id. */
  public List<PodRow> lastPods() {
    return query(last(RunTable.PODS), row -> RowCells.record(PodRow.class, RunTable.PODS, row));
  }

  /** The rows of every pod's last close, by pod id and symbol. */
  public List<AssetRow> lastAssets() {
    return query(
        last(RunTable.ASSETS), row -> RowCells.record(AssetRow.class, RunTable.ASSETS, row));
  }

  /** The last row of every pod that has monitors, by pod id. */
  public List<MonitorRow> lastMonitors() {
    return query(
        last(RunTable.MONITORS), row -> RowCells.record(MonitorRow.class, RunTable.MONITORS, row));
  }

  /** Events that satisfy {@code where} (SQL, may hold parameters), oldest first. */
  public List<Event> events(String where, Object... parameters) {
    String sql = "SELECT * FROM events WHERE " + where + " ORDER BY time, kind, pod, symbol";
    return query(sql, row -> RowCells.record(Event.class, RunTable.EVENTS, row), parameters);
  }

  /**
   * Whether every row was written that was decided. If not, {@code assets}, or also {@code pods},
   * {@code allocations} and {@code monitors}, lack rows.
   */
  public boolean isWhole() {
    return events(NOT_WHOLE).isEmpty();
  }

  private static String last(RunTable table) {
    return "SELECT t.* FROM %1$s t JOIN (SELECT pod, max(time) AS time FROM %1$s GROUP BY pod) l"
            .formatted(table.label())
        + " ON t.time = l.time AND t.pod = l.pod ORDER BY t.pod, t.time"
        + (table == RunTable.ASSETS ? ", t.symbol" : "");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new RunDbException(file, e);
    }
  }
}
