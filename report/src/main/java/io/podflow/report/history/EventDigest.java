package io.podflow.report.history;

import io.podflow.connectors.rundb.Row;
import io.podflow.connectors.rundb.RunDb;
import java.sql.SQLException;
import java.util.List;

/**
 * Counts of the events of a run, and the latest events.
 *
 * @param counts numbers of events by kind and severity
 * @param latest the latest events of every kind, newest first
 */
public record EventDigest(List<Count> counts, List<Item> latest) {

  private static final int LATEST_PER_KIND = 40;

  private static final String COUNTS =
      "SELECT kind, severity, count(*) FROM events GROUP BY kind, severity ORDER BY kind, severity";

  private static final String LATEST =
      "SELECT time, kind, pod, symbol, from_state, to_state, severity, message FROM ("
          + " SELECT *, row_number() OVER"
          + " (PARTITION BY kind ORDER BY time DESC, pod, symbol, message) AS n FROM events)"
          + " WHERE n <= ? ORDER BY time DESC, kind, pod, symbol, message";

  record Count(String kind, String severity, long count) {}

  /**
   * An event for display, with labels instead of constants; {@code time} is in epoch milliseconds
   * UTC.
   */
  record Item(
      long time,
      String kind,
      String pod,
      String symbol,
      String fromState,
      String toState,
      String severity,
      String message) {

    static Item read(Row row) throws SQLException {
      return new Item(
          row.time(0),
          row.text(1),
          row.text(2),
          row.text(3),
          row.text(4),
          row.text(5),
          row.text(6),
          row.text(7));
    }
  }

  public static EventDigest of(RunDb db) {
    return new EventDigest(
        db.query(COUNTS, row -> new Count(row.text(0), row.text(1), row.large(2))),
        db.query(LATEST, Item::read, LATEST_PER_KIND));
  }
}
