package io.podflow.report.ledger;

import io.podflow.connectors.rundb.Row;
import io.podflow.connectors.rundb.RunDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replays the pods' fills, the closes and the ends of UTC days in the order of the portfolio
 * (decision FP3): fills, then marks, then the day's return, then the rebalance.
 */
public final class LedgerReplay {

  private static final int FILL = 1;
  private static final int MARK = 2;

  /**
   * Columns: time, step, pod, symbol, three figures, and whether the fill is a cross. The figures
   * of a fill are quantity, price and fee; of a mark, the price; of a day, capital before and after
   * a rebalance. The capital before a rebalance is previous fraction × equity, because the row of
   * {@code pods} has the capital after the rebalance; the first rebalance is due on the first day
   * (decision FP20).
   */
  private static final String STEPS =
      "SELECT time, 1 AS step, pod, symbol, quantity, price, fee, crossed FROM pod_fills"
          + " UNION ALL SELECT time, 2, '', symbol, 0, close, 0, 0 FROM assets"
          + " UNION ALL SELECT p.time, 3, p.pod, '',"
          + " coalesce(a.previous_fraction * e.equity, p.capital),"
          + " CASE WHEN a.applied THEN p.capital END, 0, 0 FROM pods p"
          + " LEFT JOIN allocations a ON a.time = p.time AND a.pod = p.pod"
          + " LEFT JOIN equity e ON e.time = p.time"
          + " ORDER BY time, step, pod";

  private final SortedMap<String, PodReplay> pods = new TreeMap<>();
  private final Map<String, Double> marks = new HashMap<>();
  private final LedgerCurves.Recorder curves = new LedgerCurves.Recorder();
  private long day = Long.MIN_VALUE;

  private LedgerReplay() {}

  public static LedgerReplay of(RunDb db) {
    LedgerReplay replay = new LedgerReplay();
    db.forEach("SELECT DISTINCT pod FROM pods", row -> replay.pod(row.text(0)));
    db.forEach("SELECT DISTINCT pod FROM pod_fills", row -> replay.pod(row.text(0)));
    db.forEach(STEPS, replay::step);
    replay.recordDay();
    return replay;
  }

  private PodReplay pod(String pod) {
    return pods.computeIfAbsent(pod, id -> new PodReplay());
  }

  private void step(Row row) throws SQLException {
    switch (row.whole(1)) {
      case FILL ->
          pod(row.text(2))
              .filled(row.text(3), row.real(4), row.real(5), row.real(6), row.whole(7) != 0);
      case MARK -> marks.put(row.text(3), row.real(5));
      default -> endDay(row.time(0), row);
    }
  }

  private void endDay(long time, Row row) throws SQLException {
    if (time != day) {
      recordDay();
      day = time;
    }
    pod(row.text(2)).endDay(row.real(4), row.real(5), marks);
  }

  /** Must be called when all pods have ended the day. */
  private void recordDay() {
    if (day != Long.MIN_VALUE) {
      curves.add(day, pods.values().stream().mapToDouble(PodReplay::index).toArray());
    }
  }

  /** Capital of each pod at the last prices, computed from the fills, quote currency; by pod id. */
  public SortedMap<String, Double> capitals() {
    SortedMap<String, Double> capitals = new TreeMap<>();
    pods.forEach((id, pod) -> capitals.put(id, pod.capital(marks)));
    return capitals;
  }

  public Attribution attribution() {
    SortedSet<String> symbols = new TreeSet<>();
    List<Attribution.Cell> cells = new ArrayList<>();
    List<Attribution.PodResult> results = new ArrayList<>();
    pods.forEach(
        (id, pod) -> {
          results.add(pod.result(id, marks));
          pod.bySymbol(marks)
              .forEach(
                  (symbol, part) -> {
                    symbols.add(symbol);
                    cells.add(
                        new Attribution.Cell(id, symbol, part.pnl(), part.fees(), part.fills()));
                  });
        });
    return new Attribution(List.copyOf(symbols), cells, results, curves.curves(pods.size()));
  }
}
