package io.podflow.connectors.rundb;

import io.podflow.connectors.rundb.RunTable.Column;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a record of the journal becomes a row of its table, and back: each column is one component of
 * the record, in the order of the components. So a new column is a new component and whoever makes
 * the record.
 *
 * <p>Columns of moments are components of the type {@code long}; no other number of the journal has
 * this type.
 */
public final class RowCodec {

  /** Columns whose name is a word of Java. */
  private static final Map<String, String> OTHER_NAMES = Map.of("periodReturn", "return");

  private final List<Column> columns;
  private final Cell[] cells;
  private final MethodHandle constructor;

  private RowCodec(List<Column> columns, Cell[] cells, MethodHandle constructor) {
    this.columns = columns;
    this.cells = cells;
    this.constructor = constructor;
  }

  /**
   * The codec of one type of record.
   *
   * @throws IllegalArgumentException if a component is of a type that no column holds
   */
  public static RowCodec of(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<Column> columns = new ArrayList<>();
    Cell[] cells = new Cell[components.length];
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      for (int i = 0; i < components.length; i++) {
        Kind kind = Kind.of(components[i].getType());
        columns.add(new Column(columnName(components[i].getName()), kind.column));
        MethodHandle accessor = lookup.unreflect(components[i].getAccessor());
        cells[i] =
            new Cell(
                kind,
                accessor.asType(MethodType.methodType(kind.value, Record.class)),
                (Enum<?>[]) components[i].getType().getEnumConstants());
      }
      MethodHandle constructor =
          lookup
              .unreflectConstructor(type.getConstructor(types(components)))
              .asType(MethodType.genericMethodType(cells.length).changeReturnType(Record.class))
              .asSpreader(Object[].class, cells.length);
      return new RowCodec(List.copyOf(columns), cells, constructor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " is no public record", e);
    }
  }

  private static Class<?>[] types(RecordComponent[] components) {
    return Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
  }

  /** {@code volumeShare} is {@code volume_share}. */
  private static String columnName(String component) {
    String other = OTHER_NAMES.get(component);
    return other != null
        ? other
        : component.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** The columns, in the order of the record's components. */
  List<Column> columns() {
    return columns;
  }

  /** Writes a record, which must be of this codec's type. */
  public <X extends Exception> void write(Record row, CellWriter<X> out) throws X {
    for (int i = 0; i < cells.length; i++) {
      Cell cell = cells[i];
      Column column = columns.get(i);
      switch (cell.kind) {
        case TIME -> out.time(column, cell.time(row));
        case REAL -> out.real(column, cell.real(row));
        case WHOLE -> out.whole(column, cell.whole(row));
        case FLAG -> out.whole(column, cell.flag(row) ? 1 : 0);
        case TEXT, CHOICE -> out.text(column, cell.text(row));
      }
    }
  }

  /** Reads a record. */
  public <X extends Exception> Record read(CellReader<X> in) throws X {
    Object[] values = new Object[cells.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells[i].read(in, columns.get(i));
    }
    try {
      return (Record) constructor.invokeExact(values);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static RuntimeException failed(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException own ? own : new IllegalStateException(e);
  }

  /** What a component holds. */
  private enum Kind {
    TIME(long.class, RunTable.Type.TEXT),
    REAL(double.class, RunTable.Type.REAL),
    WHOLE(int.class, RunTable.Type.INTEGER),
    FLAG(boolean.class, RunTable.Type.INTEGER),
    TEXT(String.class, RunTable.Type.TEXT),
    CHOICE(Enum.class, RunTable.Type.TEXT);

    private final Class<?> value;
    private final RunTable.Type column;

    Kind(Class<?> value, RunTable.Type column) {
      this.value = value;
      this.column = column;
    }

    static Kind of(Class<?> type) {
      for (Kind kind : values()) {
        if (kind.value == type || kind == CHOICE && type.isEnum()) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no column holds a " + type.getName());
    }
  }

  /**
   * One component.
   *
   * @param accessor of the kind's type, from a {@link Record}
   * @param constants of an enum, otherwise null
   */
  private record Cell(Kind kind, MethodHandle accessor, Enum<?> @Nullable [] constants) {

    long time(Record row) {
      try {
        return (long) accessor.invokeExact(row);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    double real(Record row) {
      try {
        return (double) accessor.invokeExact(row);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    int whole(Record row) {
      try {
        return (int) accessor.invokeExact(row);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    boolean flag(Record row) {
      try {
        return (boolean) accessor.invokeExact(row);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    String text(Record row) {
      try {
        return kind == Kind.TEXT
            ? (String) accessor.invokeExact(row)
            : RunTable.label((Enum<?>) accessor.invokeExact(row));
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    <X extends Exception> Object read(CellReader<X> in, Column column) throws X {
      return switch (kind) {
        case TIME -> in.time(column);
        case REAL -> in.real(column);
        case WHOLE -> in.whole(column);
        case FLAG -> in.flag(column);
        case TEXT -> in.text(column);
        case CHOICE -> in.choice(column, Objects.requireNonNull(constants));
      };
    }
  }
}
