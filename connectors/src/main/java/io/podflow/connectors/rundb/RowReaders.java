package io.podflow.connectors.rundb;

import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.Severity;
import java.sql.SQLException;
import java.util.Locale;

/** Turns rows back into records of the journal, for the tables that reports read. */
final class RowReaders {

  private RowReaders() {}

  static AssetRow asset(Row r) throws SQLException {
    return new AssetRow(
        r.time(0),
        r.text(1),
        r.text(2),
        r.real(3),
        r.real(4),
        r.real(5),
        r.text(6),
        r.real(7),
        r.real(8),
        r.real(9),
        r.real(10),
        r.real(11),
        r.real(12),
        r.real(13),
        r.text(14),
        r.text(15),
        r.real(16),
        r.whole(17),
        r.whole(18),
        r.real(19),
        r.real(20),
        r.whole(21),
        r.real(22),
        r.text(23));
  }

  static PodRow pod(Row r) throws SQLException {
    return new PodRow(
        r.time(0),
        r.text(1),
        r.text(2),
        r.real(3),
        r.real(4),
        r.real(5),
        r.real(6),
        r.real(7),
        r.real(8),
        r.real(9),
        r.real(10),
        r.real(11),
        r.real(12),
        r.real(13),
        r.whole(14));
  }

  static MonitorRow monitor(Row r) throws SQLException {
    return new MonitorRow(
        r.time(0),
        r.text(1),
        r.real(2),
        r.real(3),
        r.whole(4),
        r.whole(5),
        r.text(6),
        r.real(7),
        r.real(8),
        r.text(9),
        r.real(10),
        r.real(11),
        r.real(12),
        r.text(13));
  }

  static EquityRow equity(Row r) throws SQLException {
    return new EquityRow(
        r.time(0),
        r.real(1),
        r.real(2),
        r.real(3),
        r.real(4),
        r.real(5),
        r.real(6),
        r.real(7),
        r.real(8),
        r.real(9),
        r.real(10),
        r.real(11),
        r.real(12));
  }

  static BenchmarkRow benchmark(Row r) throws SQLException {
    return new BenchmarkRow(r.time(0), r.text(1), r.real(2));
  }

  static Event event(Row r) throws SQLException {
    return new Event(
        r.time(0),
        EventKind.valueOf(r.text(1).toUpperCase(Locale.ROOT)),
        r.text(2),
        r.text(3),
        r.text(4),
        r.text(5),
        Severity.valueOf(r.text(6).toUpperCase(Locale.ROOT)),
        r.text(7));
  }
}
