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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tables of {@code run.db} with their columns in order (docs/decisions.md, "Fills, costs and
 * books"). The first columns of a table are the key, which identifies a row and orders the rows.
 * Events and pod fills have no short key, so nearly all their columns are the key: equal events of
 * one close are one row, and a pod has no two equal shares of one fill.
 */
public enum RunTable {
  ASSETS(
      AssetRow.class,
      3,
      "time TEXT, pod TEXT, symbol TEXT, close REAL, return REAL, signal REAL, signal_reason TEXT,"
          + " sharpe REAL, cumulative_return REAL, max_drawdown REAL, sharpe_rank REAL,"
          + " return_rank REAL, drawdown_rank REAL, score REAL, state TEXT, rule TEXT,"
          + " multiplier REAL, confirmation INTEGER, cooldown INTEGER, allocation_weight REAL,"
          + " cap_scale REAL, quiet_bars INTEGER, target REAL, cause TEXT"),
  PODS(
      PodRow.class,
      2,
      "time TEXT, pod TEXT, state TEXT, fraction REAL, capital REAL, gross_target REAL,"
          + " daily_return REAL, account REAL, earned REAL, funding REAL, sharpe REAL,"
          + " max_drawdown REAL, drawdown REAL, detector_score REAL, live_days INTEGER"),
  ALLOCATIONS(
      AllocationRow.class,
      2,
      "time TEXT, pod TEXT, trigger TEXT, method_weight REAL, lifecycle_weight REAL,"
          + " previous_fraction REAL, fraction REAL, turnover REAL, applied INTEGER"),
  TARGETS(
      TargetRow.class,
      2,
      "time TEXT, symbol TEXT, gross_pod_target REAL, net_target REAL, risk_scale REAL,"
          + " leverage_scale REAL, volatility_scale REAL, volatility_estimate REAL, target REAL,"
          + " cause TEXT"),
  ORDERS(
      OrderRow.class,
      2,
      "time TEXT, order_id TEXT, symbol TEXT, side TEXT, quantity REAL, reference_price REAL,"
          + " reason TEXT, status TEXT, forced INTEGER, band REAL, volume_share REAL"),
  FILLS(
      FillRow.class,
      2,
      "time TEXT, fill_id TEXT, order_id TEXT, symbol TEXT, side TEXT, quantity REAL, price REAL,"
          + " fee REAL, slippage_cost REAL"),
  POD_FILLS(
      PodFillRow.class,
      8,
      "time TEXT, fill_id TEXT, pod TEXT, symbol TEXT, quantity REAL, price REAL, fee REAL,"
          + " crossed INTEGER, cause TEXT"),
  POSITIONS(
      PositionRow.class,
      2,
      "time TEXT, symbol TEXT, quantity REAL, average_price REAL, price REAL, value REAL,"
          + " unrealized_pnl REAL"),
  EQUITY(
      EquityRow.class,
      1,
      "time TEXT, equity REAL, cash REAL, reserve REAL, gross_exposure REAL, net_exposure REAL,"
          + " drawdown REAL, fees REAL, funding REAL, turnover REAL,"
          + " tracking_gap REAL, wanted_gross REAL, debt REAL"),
  EVENTS(
      Event.class,
      8,
      "time TEXT, kind TEXT, pod TEXT, symbol TEXT, from_state TEXT, to_state TEXT, severity TEXT,"
          + " message TEXT"),
  MONITORS(
      MonitorRow.class,
      2,
      "time TEXT, pod TEXT, gbm_depth REAL, gbm_depth_limit REAL, gbm_duration_days INTEGER,"
          + " gbm_duration_limit INTEGER, gbm_level TEXT, ks_statistic REAL, ks_p_value REAL,"
          + " ks_level TEXT, decay_slope REAL, decay_lower_bound REAL, decay_cumulative REAL,"
          + " decay_level TEXT"),
  MODELS(ModelRow.class, 3, "pod TEXT, symbol TEXT, feature TEXT, time TEXT, weight REAL"),
  UNSENT(
      UnsentRow.class,
      2,
      "time TEXT, symbol TEXT, wanted REAL, held REAL, on_its_way REAL, cause TEXT, rule TEXT,"
          + " limit REAL"),
  INPUTS(
      InputRow.class,
      1,
      "symbol TEXT, file TEXT, rows INTEGER, used INTEGER, rejected INTEGER, superseded INTEGER,"
          + " duplicates INTEGER, first_offence TEXT, first_bar TEXT, last_bar TEXT,"
          + " coverage REAL, missing_closes INTEGER, funding_rates INTEGER,"
          + " funding_holes INTEGER"),
  BENCHMARKS(BenchmarkRow.class, 2, "time TEXT, name TEXT, equity REAL");

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

  @SuppressWarnings("ImmutableEnumChecker") // made by toList(), which is unmodifiable
  private final List<Column> columns;

  private final Class<? extends Record> recordType;
  private final int keyColumns;

  RunTable(Class<? extends Record> recordType, int keyColumns, String columns) {
    this.recordType = recordType;
    this.keyColumns = keyColumns;
    this.columns = Arrays.stream(columns.split(", ", -1)).map(RunTable::column).toList();
  }

  private static Column column(String declaration) {
    int space = declaration.indexOf(' ');
    return new Column(
        declaration.substring(0, space), Type.valueOf(declaration.substring(space + 1)));
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

  /** DDL. Rows are stored in key order, which keeps the file small and makes ordered reads free. */
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
