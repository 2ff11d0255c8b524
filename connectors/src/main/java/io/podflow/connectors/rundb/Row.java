package io.podflow.connectors.rundb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row under the cursor of a query, in the types of the domain. Columns count from 0. */
public final class Row {

  private final ResultSet cursor;
  private String lastTimeText = "";
  private long lastTime;

  Row(ResultSet cursor) {
    this.cursor = cursor;
  }

  /** Epoch milliseconds UTC. */
  public long time(int column) throws SQLException {
    String text = text(column);
    if (!text.equals(lastTimeText)) {
      lastTime = Instant.parse(text).toEpochMilli();
      lastTimeText = text;
    }
    return lastTime;
  }

  /** Empty for NULL. */
  public String text(int column) throws SQLException {
    String text = cursor.getString(column + 1);
    return text == null ? "" : text;
  }

  /** NaN for NULL. */
  public double real(int column) throws SQLException {
    double value = cursor.getDouble(column + 1);
    return value == 0 && cursor.wasNull() ? Double.NaN : value;
  }

  public int whole(int column) throws SQLException {
    return cursor.getInt(column + 1);
  }

  /** A count or sum. */
  public long large(int column) throws SQLException {
    return cursor.getLong(column + 1);
  }

  /** The value as text that parses to the same value; null for NULL. */
  @Nullable String exact(int column, RunTable.Type type) throws SQLException {
    if (type != RunTable.Type.REAL) {
      return cursor.getString(column + 1);
    }
    double value = real(column);
    return Double.isNaN(value) ? null : Double.toString(value);
  }
}
