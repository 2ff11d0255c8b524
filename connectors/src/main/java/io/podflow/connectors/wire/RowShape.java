package io.podflow.connectors.wire;

import io.podflow.connectors.rundb.RunTable;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the record of a table as a JSON object with the columns as keys, and reads the object
 * back. Columns of {@link RunTable} and components of the record have the same order, so this class
 * needs no code for a single table.
 */
final class RowShape {

  /** A column and its component of the record. */
  private record Cell(RunTable.Column column, RecordComponent component) {

    Class<?> type() {
      return component.getType();
    }
  }

  private final List<Cell> cells = new ArrayList<>();
  private final Constructor<? extends Record> constructor;

  /**
   * @throws IllegalStateException when the number of columns and components differs
   */
  RowShape(RunTable table) {
    RecordComponent[] components = table.recordType().getRecordComponents();
    List<RunTable.Column> columns = table.columns();
    if (columns.size() != components.length) {
      throw new IllegalStateException(table + " and its record differ in their columns");
    }
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      cells.add(new Cell(columns.get(i), components[i]));
    }
    try {
      constructor = table.recordType().getConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  void write(Record row, KeyWriter out) {
    for (Cell cell : cells) {
      write(cell, value(cell, row), out);
    }
  }

  private static Object value(Cell cell, Record row) {
    try {
      return cell.component().getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Cell cell, Object value, KeyWriter out) {
    String name = cell.column().name();
    if (value instanceof Long time) {
      out.time(name, time);
    } else if (value instanceof Double number) {
      out.numberOrNull(name, number);
    } else if (value instanceof Integer whole) {
      out.whole(name, whole);
    } else if (value instanceof Boolean flag) {
      out.whole(name, flag ? 1 : 0);
    } else if (value instanceof Enum<?> constant) {
      out.text(name, JsonTopic.label(constant));
    } else {
      out.text(name, (String) value);
    }
  }

  Record read(KeyReader in) {
    Object[] values = new Object[cells.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(cells.get(i), in);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object read(Cell cell, KeyReader in) {
    String name = cell.column().name();
    Class<?> type = cell.type();
    if (type == long.class) {
      return in.time(name);
    } else if (type == double.class) {
      return in.numberOrNull(name);
    } else if (type == int.class) {
      return in.whole(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (type == boolean.class) {
      return in.whole(name, 0, 1) == 1;
    } else if (type.isEnum()) {
      return in.choice(name, (Enum<?>[]) type.getEnumConstants(), JsonTopic::label);
    }
    return in.text(name);
  }
}
