package io.podflow.connectors.wire;

import io.podflow.connectors.rundb.CellReader;
import io.podflow.connectors.rundb.CellWriter;
import io.podflow.connectors.rundb.RunTable.Column;

/** The cells of a row of {@code run.db} as the keys of a JSON object, named as the columns. */
final class WireCells {

  private WireCells() {}

  /** Writes cells into an object. */
  record Out(KeyWriter object) implements CellWriter<RuntimeException> {

    @Override
    public void time(Column column, long epochMillis) {
      object.time(column.name(), epochMillis);
    }

    @Override
    public void real(Column column, double value) {
      object.numberOrNull(column.name(), value);
    }

    @Override
    public void whole(Column column, int value) {
      object.whole(column.name(), value);
    }

    @Override
    public void text(Column column, String value) {
      object.text(column.name(), value);
    }
  }

  /** Reads cells from an object. */
  record In(KeyReader object) implements CellReader<RuntimeException> {

    @Override
    public long time(Column column) {
      return object.time(column.name());
    }

    @Override
    public double real(Column column) {
      return object.numberOrNull(column.name());
    }

    @Override
    public int whole(Column column) {
      return object.whole(column.name(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public boolean flag(Column column) {
      return object.whole(column.name(), 0, 1) == 1;
    }

    @Override
    public String text(Column column) {
      return object.text(column.name());
    }

    @Override
    public Enum<?> choice(Column column, Enum<?>[] constants) {
      return object.choice(column.name(), constants, JsonTopic::label);
    }
  }
}
