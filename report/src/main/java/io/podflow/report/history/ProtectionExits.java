package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import java.util.List;

/**
 * Exits from positions by a stop loss or trailing stop (decision EX4). Stops act on the pod's own
 * account, which goes on after a pod is retired and has no capital.
 *
 * @param counts numbers of exits by pod and kind
 * @param latest the latest exits, newest first
 */
public record ProtectionExits(List<Count> counts, List<Exit> latest) {

  private static final int LATEST = 50;

  private static final String EXITS =
      " FROM events e LEFT JOIN (SELECT pod, min(time) AS retired FROM events"
          + " WHERE kind = 'lifecycle' AND to_state = 'RETIRED' GROUP BY pod) l ON l.pod = e.pod"
          + " WHERE kind = 'risk' AND symbol <> ''"
          + " AND from_state IN ('LONG', 'SHORT') AND to_state = 'FLAT'";

  private static final String COUNTS =
      "SELECT e.pod, substr(message, 1, instr(message || ':', ':') - 1) AS kind, count(*),"
          + " total(time > retired)"
          + EXITS
          + " GROUP BY 1, 2 ORDER BY 1, 2";

  private static final String NEWEST =
      "SELECT time, e.pod, symbol, from_state, message"
          + EXITS
          + " ORDER BY time DESC, e.pod, symbol LIMIT ?";

  /**
   * @param kind {@code stop loss} or {@code trailing stop}
   * @param exits number of all exits
   * @param retired number of exits after the pod was retired, on paper
   */
  public record Count(String pod, String kind, long exits, long retired) {}

  /**
   * @param time bar close, epoch milliseconds UTC
   * @param side side of the closed position, {@code LONG} or {@code SHORT}
   */
  record Exit(long time, String pod, String symbol, String side, String message) {}

  public static ProtectionExits of(RunDb db) {
    return new ProtectionExits(
        db.query(COUNTS, row -> new Count(row.text(0), row.text(1), row.large(2), row.large(3))),
        db.query(
            NEWEST,
            row -> new Exit(row.time(0), row.text(1), row.text(2), row.text(3), row.text(4)),
            LATEST));
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Number of all exits. */
  public long total() {
    return counts.stream().mapToLong(Count::exits).sum();
  }
}
