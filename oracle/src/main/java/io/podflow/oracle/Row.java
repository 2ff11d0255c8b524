package io.podflow.oracle;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One recorded row. */
public final class Row {

  private final Map<String, Integer> columns;
  private final @Nullable Object[] values;
  public final long time;

  Row(Map<String, Integer> columns, @Nullable Object[] values, long time) {
    this.columns = columns;
    this.values = values;
    this.time = time;
  }

  /** A number, NaN for NULL. */
  public double number(String column) {
    Object value = values[index(column)];
    return value == null ? Double.NaN : ((Number) value).doubleValue();
  }

  boolean flag(String column) {
    return number(column) != 0;
  }

  public String text(String column) {
    return String.valueOf(values[index(column)]);
  }

  private int index(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException("no column " + column + " in " + columns.keySet());
    }
    return index;
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
