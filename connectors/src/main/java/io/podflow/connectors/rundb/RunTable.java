package io.podflow.connectors.rundb;

import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.InputRow;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tables of {@code run.db} (docs/decisions.md, "Fills, costs and books"). The columns of a
 * table are the components of its record, in their order ({@link RowCodec}). The first columns of a
 * table are the key, which identifies a row and orders the rows. Events and pod fills have no short
 * key, so nearly all their columns are the key: equal events of one close are one row, and a pod
 * has no two equal shares of one fill.
 */
public enum RunTable {
  ASSETS(AssetRow.class, 3),
  PODS(PodRow.class, 2),
  ALLOCATIONS(AllocationRow.class, 2),
  TARGETS(TargetRow.class, 2),
  ORDERS(OrderRow.class, 2),
  FILLS(FillRow.class, 2),
  POD_FILLS(PodFillRow.class, 8),
  POSITIONS(PositionRow.class, 2),
  EQUITY(EquityRow.class, 1),
  EVENTS(Event.class, 8),
  MONITORS(MonitorRow.class, 2),
  MODELS(ModelRow.class, 3),
  UNSENT(UnsentRow.class, 2),
  INPUTS(InputRow.class, 1),
  BENCHMARKS(BenchmarkRow.class, 2);

  /** The SQLite type of a column. */
  public enum Type {
    TEXT,
    REAL,
    INTEGER
  }

  /** A column. Statements quote the name because some names are words of SQL. */
  public record Column(String name, Type type) {
    String quoted() {
      return '"' + name + '"';
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<Column> columns;

  private final Class<? extends Record> recordType;
  private final int keyColumns;

  @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
  private final RowCodec codec;

  RunTable(Class<? extends Record> recordType, int keyColumns) {
    this.recordType = recordType;
    this.keyColumns = keyColumns;
    this.codec = RowCodec.of(recordType);
    this.columns = codec.columns();
  }

  /** Name of the table in {@code run.db} and of the exported CSV file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the rows are decisions, made close by close; {@link #INPUTS} describes input files. */
  public boolean isDecided() {
    return this != INPUTS;
  }

  /** The journal's record class of a row: its components are the columns, in their order. */
  public Class<? extends Record> recordType() {
    return recordType;
  }

  public List<Column> columns() {
    return columns;
  }

  /** How a record of {@link #recordType()} becomes a row, and back. */
  public RowCodec codec() {
    return codec;
  }

  /** How a constant is written. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** DDL. Rows are clustered by their key: the file is small and reading in order costs nothing. */
  String createStatement() {
    return columns.stream()
        .map(c -> c.quoted() + " " + c.type() + (isKey(c) ? " NOT NULL" : ""))
        .collect(
            Collectors.joining(
                ", ",
                "CREATE TABLE IF NOT EXISTS " + label() + " (",
                ", PRIMARY KEY (" + names(keyColumns) + ")) WITHOUT ROWID"));
  }

  /**
   * A row replaces the row with the same key, so that closes repeated after a restart count once.
   */
  String insertStatement() {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> "?")
        .collect(Collectors.joining(", ", "INSERT OR REPLACE INTO " + label() + " VALUES (", ")"));
  }

  /** Selects all rows in key order. */
  String selectStatement() {
    return "SELECT "
        + names(columns.size())
        + " FROM "
        + label()
        + " ORDER BY "
        + names(keyColumns);
  }

  /** Whether a column belongs to the key. */
  boolean isKey(Column column) {
    return columns.indexOf(column) < keyColumns;
  }

  private String names(int count) {
    return columns.stream().limit(count).map(Column::quoted).collect(Collectors.joining(", "));
  }
}
