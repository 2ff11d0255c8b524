package io.podflow.connectors.rundb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** A prepared INSERT statement; each call sets the next column, from the left. */
final class RowInsert implements AutoCloseable {

  private final PreparedStatement statement;
  private int column;
  private long lastTime = Long.MIN_VALUE;
  private String lastTimeText = "";

  RowInsert(Connection connection, RunTable table) throws SQLException {
    statement = connection.prepareStatement(table.insertStatement());
  }

  /** Epoch milliseconds UTC. Rows come in runs of the same time, hence the one-entry cache. */
  RowInsert time(long epochMillis) throws SQLException {
    if (epochMillis != lastTime) {
      lastTime = epochMillis;
      lastTimeText = Instant.ofEpochMilli(epochMillis).toString();
    }
    return text(lastTimeText);
  }

  RowInsert text(String value) throws SQLException {
    statement.setString(++column, value);
    return this;
  }

  /** NaN becomes NULL. */
  RowInsert real(double value) throws SQLException {
    if (Double.isNaN(value)) {
      statement.setObject(++column, null);
    } else {
      statement.setDouble(++column, value);
    }
    return this;
  }

  RowInsert whole(int value) throws SQLException {
    statement.setInt(++column, value);
    return this;
  }

  RowInsert flag(boolean value) throws SQLException {
    return whole(value ? 1 : 0);
  }

  void write() throws SQLException {
    column = 0;
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
