package io.podflow.connectors.rundb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The prepared inserts of all tables. */
final class RowInserts implements AutoCloseable {

  private final Map<RunTable, RowInsert> inserts = new EnumMap<>(RunTable.class);

  RowInserts(Connection connection) throws SQLException {
    for (RunTable table : RunTable.values()) {
      inserts.put(table, new RowInsert(connection, table));
    }
  }

  /** Records of the table's {@link RunTable#recordType()}. */
  void write(RunTable table, List<? extends Record> rows) throws SQLException {
    RowInsert insert = insert(table);
    for (Record row : rows) {
      insert.write(row);
    }
  }

  /** A record of the table's {@link RunTable#recordType()}. */
  void write(RunTable table, Record row) throws SQLException {
    insert(table).write(row);
  }

  private RowInsert insert(RunTable table) {
    return Objects.requireNonNull(inserts.get(table));
  }

  @Override
  public void close() throws SQLException {
    for (RowInsert insert : inserts.values()) {
      insert.close();
    }
  }
}
