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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Inserts each record of the journal as a row, with the columns of {@link RunTable} in their order.
 */
final class RowInserts implements AutoCloseable {

  private final Map<RunTable, RowInsert> inserts = new EnumMap<>(RunTable.class);

  RowInserts(Connection connection) throws SQLException {
    for (RunTable table : RunTable.values()) {
      inserts.put(table, new RowInsert(connection, table));
    }
  }

  /** Inserts a record of the table's {@link RunTable#recordType()}. */
  void row(RunTable table, Record row) throws SQLException {
    switch (table) {
      case ASSETS -> asset((AssetRow) row);
      case PODS -> pod((PodRow) row);
      case ALLOCATIONS -> allocation((AllocationRow) row);
      case TARGETS -> target((TargetRow) row);
      case ORDERS -> order((OrderRow) row);
      case FILLS -> fill((FillRow) row);
      case POD_FILLS -> podFill((PodFillRow) row);
      case POSITIONS -> position((PositionRow) row);
      case EQUITY -> equity((EquityRow) row);
      case EVENTS -> event((Event) row);
      case MONITORS -> monitor((MonitorRow) row);
      case MODELS -> model((ModelRow) row);
      case INPUTS -> input((InputRow) row);
      case BENCHMARKS -> benchmark((BenchmarkRow) row);
      case UNSENT -> unsent((UnsentRow) row);
    }
  }

  void asset(AssetRow row) throws SQLException {
    into(RunTable.ASSETS, row.time())
        .text(row.pod())
        .text(row.symbol())
        .real(row.close())
        .real(row.periodReturn())
        .real(row.signal())
        .text(row.signalReason())
        .real(row.sharpe())
        .real(row.cumulativeReturn())
        .real(row.maxDrawdown())
        .real(row.sharpeRank())
        .real(row.returnRank())
        .real(row.drawdownRank())
        .real(row.score())
        .text(row.state())
        .text(row.rule())
        .real(row.multiplier())
        .whole(row.confirmation())
        .whole(row.cooldown())
        .real(row.allocationWeight())
        .real(row.capScale())
        .whole(row.quietBars())
        .real(row.target())
        .text(row.cause())
        .write();
  }

  void pod(PodRow row) throws SQLException {
    into(RunTable.PODS, row.time())
        .text(row.pod())
        .text(row.state())
        .real(row.fraction())
        .real(row.capital())
        .real(row.grossTarget())
        .real(row.dailyReturn())
        .real(row.account())
        .real(row.earned())
        .real(row.funding())
        .real(row.sharpe())
        .real(row.maxDrawdown())
        .real(row.drawdown())
        .real(row.detectorScore())
        .whole(row.liveDays())
        .write();
  }

  void allocation(AllocationRow row) throws SQLException {
    into(RunTable.ALLOCATIONS, row.time())
        .text(row.pod())
        .text(row.trigger())
        .real(row.methodWeight())
        .real(row.lifecycleWeight())
        .real(row.previousFraction())
        .real(row.fraction())
        .real(row.turnover())
        .flag(row.applied())
        .write();
  }

  void target(TargetRow row) throws SQLException {
    into(RunTable.TARGETS, row.time())
        .text(row.symbol())
        .real(row.grossPodTarget())
        .real(row.netTarget())
        .real(row.riskScale())
        .real(row.leverageScale())
        .real(row.volatilityScale())
        .real(row.volatilityEstimate())
        .real(row.target())
        .text(row.cause())
        .write();
  }

  void order(OrderRow row) throws SQLException {
    into(RunTable.ORDERS, row.time())
        .text(row.orderId())
        .text(row.symbol())
        .text(row.side())
        .real(row.quantity())
        .real(row.referencePrice())
        .text(row.reason())
        .text(row.status())
        .flag(row.forced())
        .real(row.band())
        .real(row.volumeShare())
        .write();
  }

  void fill(FillRow row) throws SQLException {
    into(RunTable.FILLS, row.time())
        .text(row.fillId())
        .text(row.orderId())
        .text(row.symbol())
        .text(row.side())
        .real(row.quantity())
        .real(row.price())
        .real(row.fee())
        .real(row.slippageCost())
        .write();
  }

  void podFill(PodFillRow row) throws SQLException {
    into(RunTable.POD_FILLS, row.time())
        .text(row.fillId())
        .text(row.pod())
        .text(row.symbol())
        .real(row.quantity())
        .real(row.price())
        .real(row.fee())
        .flag(row.crossed())
        .text(row.cause())
        .write();
  }

  void position(PositionRow row) throws SQLException {
    into(RunTable.POSITIONS, row.time())
        .text(row.symbol())
        .real(row.quantity())
        .real(row.averagePrice())
        .real(row.price())
        .real(row.value())
        .real(row.unrealizedPnl())
        .write();
  }

  void equity(EquityRow row) throws SQLException {
    into(RunTable.EQUITY, row.time())
        .real(row.equity())
        .real(row.cash())
        .real(row.reserve())
        .real(row.grossExposure())
        .real(row.netExposure())
        .real(row.drawdown())
        .real(row.fees())
        .real(row.funding())
        .real(row.turnover())
        .real(row.trackingGap())
        .real(row.wantedGross())
        .real(row.debt())
        .write();
  }

  void event(Event row) throws SQLException {
    into(RunTable.EVENTS, row.time())
        .text(label(row.kind()))
        .text(row.pod())
        .text(row.symbol())
        .text(row.fromState())
        .text(row.toState())
        .text(label(row.severity()))
        .text(row.message())
        .write();
  }

  void monitor(MonitorRow row) throws SQLException {
    into(RunTable.MONITORS, row.time())
        .text(row.pod())
        .real(row.gbmDepth())
        .real(row.gbmDepthLimit())
        .whole(row.gbmDurationDays())
        .whole(row.gbmDurationLimit())
        .text(row.gbmLevel())
        .real(row.ksStatistic())
        .real(row.ksPValue())
        .text(row.ksLevel())
        .real(row.decaySlope())
        .real(row.decayLowerBound())
        .real(row.decayCumulative())
        .text(row.decayLevel())
        .write();
  }

  void model(ModelRow row) throws SQLException {
    into(RunTable.MODELS)
        .text(row.pod())
        .text(row.symbol())
        .text(row.feature())
        .time(row.time())
        .real(row.weight())
        .write();
  }

  void input(InputRow row) throws SQLException {
    into(RunTable.INPUTS)
        .text(row.symbol())
        .text(row.file())
        .whole(row.rows())
        .whole(row.used())
        .whole(row.rejected())
        .whole(row.superseded())
        .whole(row.duplicates())
        .text(row.firstOffence())
        .text(row.firstBar())
        .text(row.lastBar())
        .real(row.coverage())
        .whole(row.missingCloses())
        .whole(row.fundingRates())
        .whole(row.fundingHoles())
        .write();
  }

  void benchmark(BenchmarkRow row) throws SQLException {
    into(RunTable.BENCHMARKS, row.time()).text(row.name()).real(row.equity()).write();
  }

  void unsent(UnsentRow row) throws SQLException {
    into(RunTable.UNSENT, row.time())
        .text(row.symbol())
        .real(row.wanted())
        .real(row.held())
        .real(row.onItsWay())
        .text(row.cause())
        .text(row.rule())
        .real(row.limit())
        .write();
  }

  private RowInsert into(RunTable table, long time) throws SQLException {
    return into(table).time(time);
  }

  private RowInsert into(RunTable table) {
    return Objects.requireNonNull(inserts.get(table));
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws SQLException {
    for (RowInsert insert : inserts.values()) {
      insert.close();
    }
  }
}
