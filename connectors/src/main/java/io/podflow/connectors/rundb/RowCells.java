package io.podflow.connectors.rundb;

import io.podflow.connectors.rundb.RunTable.Column;
import java.sql.SQLException;
import java.util.Locale;

/** The cells of the row under the cursor of a query, from the left. */
final class RowCells implements CellReader<SQLException> {

  private final Row row;
  private int column;

  private RowCells(Row row) {
    this.row = row;
  }

  /** The row as a record, where the query has the columns of the record's table in their order. */
  static <R extends Record> R record(Class<R> type, RunTable table, Row row) throws SQLException {
    return type.cast(table.codec().read(new RowCells(row)));
  }

  @Override
  public long time(Column name) throws SQLException {
    return row.time(column++);
  }

  @Override
  public double real(Column name) throws SQLException {
    return row.real(column++);
  }

  @Override
  public int whole(Column name) throws SQLException {
    return row.whole(column++);
  }

  @Override
  public boolean flag(Column name) throws SQLException {
    return row.whole(column++) != 0;
  }

  @Override
  public String text(Column name) throws SQLException {
    return row.text(column++);
  }

  @Override
  public Enum<?> choice(Column name, Enum<?>[] constants) throws SQLException {
    String text = text(name);
    for (Enum<?> constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw new SQLException(
        name.name() + " holds \"" + text + "\", which this version does not know");
  }
}
