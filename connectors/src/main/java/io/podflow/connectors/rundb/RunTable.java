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
 * table are the components of its record, in their order ({@link RowCodec}). The first columns
 * identify a row and give the rows their order; where no few columns do, all of them do: equal
 * events of one close are one event, and a pod has at most one equal share of a fill.
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

  /** What a column holds. */
  public enum Type {
    TEXT,
    REAL,
    INTEGER
  }

  /** A column. Its name is quoted in statements because some are words of SQL. */
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

  /** Name in the file and of the exported CSV. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its rows are decided close by close; the others tell what a backtest was made from. */
  public boolean isDecided() {
    return this != INPUTS;
  }

  /** The record of the journal that is a row: its components are the columns, in their order. */
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
   * Writing a row again replaces it, so a run that repeats some closes after a restart is exact.
   */
  String insertStatement() {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> "?")
        .collect(Collectors.joining(", ", "INSERT OR REPLACE INTO " + label() + " VALUES (", ")"));
  }

  /** All rows in order. */
  String selectStatement() {
    return "SELECT "
        + names(columns.size())
        + " FROM "
        + label()
        + " ORDER BY "
        + names(keyColumns);
  }

  /** Whether a column is one of those that identify a row. */
  boolean isKey(Column column) {
    return columns.indexOf(column) < keyColumns;
  }

  private String names(int count) {
    return columns.stream().limit(count).map(Column::quoted).collect(Collectors.joining(", "));
  }
}
