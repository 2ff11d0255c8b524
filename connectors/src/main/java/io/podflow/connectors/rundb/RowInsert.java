package io.podflow.connectors.rundb;

import io.podflow.connectors.rundb.RunTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** One prepared insert, filled column by column from the left. */
final class RowInsert implements AutoCloseable, CellWriter<SQLException> {

  private final RowCodec codec;

  private final PreparedStatement statement;
  private int column;
  private long lastTime = Long.MIN_VALUE;
  private String lastTimeText = "";

  RowInsert(Connection connection, RunTable table) throws SQLException {
    codec = table.codec();
    statement = connection.prepareStatement(table.insertStatement());
  }

  /** Adds a row, or replaces the row that has its key. */
  void write(Record row) throws SQLException {
    column = 0;
    codec.write(row, this);
    statement.executeUpdate();
  }

  /** Rows come in runs of the same time, hence the text of the last one is kept. */
  @Override
  public void time(Column name, long epochMillis) throws SQLException {
    if (epochMillis != lastTime) {
      lastTime = epochMillis;
      lastTimeText = Instant.ofEpochMilli(epochMillis).toString();
    }
    text(name, lastTimeText);
  }

  @Override
  public void text(Column name, String value) throws SQLException {
    statement.setString(++column, value);
  }

  /** NaN becomes NULL. */
  @Override
  public void real(Column name, double value) throws SQLException {
    if (Double.isNaN(value)) {
      statement.setObject(++column, null);
    } else {
      statement.setDouble(++column, value);
    }
  }

  @Override
  public void whole(Column name, int value) throws SQLException {
    statement.setInt(++column, value);
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
