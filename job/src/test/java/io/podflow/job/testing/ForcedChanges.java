package io.podflow.job.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run database says about changes that must happen: stops, hard exclusions and retirements,
 * each with what the pod held and what became of it. Nothing but tables is read.
 */
public final class ForcedChanges {

  private static final String STOPS =
      "SELECT time, pod, symbol, 'stop' FROM events"
          + " WHERE kind = 'risk' AND symbol <> '' AND to_state = 'FLAT'";
  private static final String EXCLUSIONS =
      "SELECT time, pod, symbol, 'exclusion' FROM events"
          + " WHERE kind = 'selector' AND to_state = 'COOLDOWN'"
          + " AND (message LIKE 'hard%' OR message LIKE 'absolute%')";
  private static final String RETIREMENTS =
      "SELECT e.time, e.pod, f.symbol, 'retirement' FROM events e"
          + " JOIN (SELECT DISTINCT pod, symbol FROM pod_fills) f ON f.pod = e.pod"
          + " WHERE e.kind = 'lifecycle' AND e.to_state = 'RETIRED'";

  /** By a rule that holds for forced changes, too. */
  private static final String REFUSED =
      "SELECT time, symbol FROM unsent WHERE rule NOT IN ('band', 'min_order')";

  private static final String MISSED = "SELECT SUM(tracking_gap) / SUM(wanted_gross) FROM equity";

  private final List<Change> changes = new ArrayList<>();
  private final TreeSet<String> closes = new TreeSet<>();
  private final Set<String> sent = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private final Map<String, TreeSet<String>> bars = new HashMap<>();
  private final Map<String, TreeMap<String, Double>> shares = new HashMap<>();
  private final Map<String, Set<String>> crossed = new HashMap<>();
  private double missed = Double.NaN;

  private ForcedChanges() {}

  /** Everything that a run decided by force. */
  public static ForcedChanges of(Path runDb) throws SQLException {
    ForcedChanges all = new ForcedChanges();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + runDb);
        Statement statement = connection.createStatement()) {
      all.read(statement);
    }
    return all;
  }

  private void read(Statement db) throws SQLException {
    for (String query : List.of(STOPS, EXCLUSIONS, RETIREMENTS)) {
      for (List<String> row : rows(db, query, 4)) {
        changes.add(new Change(row.get(0), row.get(1), row.get(2), row.get(3)));
      }
    }
    rows(db, "SELECT time FROM equity", 1).forEach(row -> closes.add(row.get(0)));
    rows(db, "SELECT time, symbol FROM orders", 2).forEach(row -> sent.add(String.join(" ", row)));
    rows(db, REFUSED, 2).forEach(row -> told.add(String.join(" ", row)));
    rows(db, "SELECT DISTINCT symbol, time FROM assets", 2)
        .forEach(row -> bars.computeIfAbsent(row.get(0), s -> new TreeSet<>()).add(row.get(1)));
    String fills = "SELECT pod, symbol, time, quantity, crossed FROM pod_fills ORDER BY time";
    rows(db, fills, 5).forEach(this::fill);
    missed = Double.parseDouble(rows(db, MISSED, 1).get(0).get(0));
  }

  private void fill(List<String> row) {
    String share = row.get(0) + " " + row.get(1);
    TreeMap<String, Double> held = shares.computeIfAbsent(share, s -> new TreeMap<>());
    double before = held.isEmpty() ? 0 : held.lastEntry().getValue();
    held.put(row.get(2), before + Double.parseDouble(row.get(3)));
    if (row.get(4).equals("1")) {
      crossed.computeIfAbsent(share, s -> new HashSet<>()).add(row.get(2));
    }
  }

  private static List<List<String>> rows(Statement db, String query, int columns)
      throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet result = db.executeQuery(query)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(result.getString(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Changes of one kind: stop, exclusion or retirement. */
  public List<Change> of(String kind) {
    return changes.stream().filter(change -> change.kind().equals(kind)).toList();
  }

  /** Those of a pod that held something. */
  public List<Change> withSomethingHeld(String kind) {
    return of(kind).stream().filter(change -> holds(change, change.time())).toList();
  }

  /** Changes that have neither an order, nor a cross, nor a row that tells why not. */
  public List<Change> untold() {
    return changes.stream()
        .filter(change -> holds(change, change.time()))
        .filter(change -> !isTold(change))
        .filter(change -> !sent.contains(change.time() + " " + change.symbol()))
        .filter(change -> !crosses(change))
        .toList();
  }

  private boolean isTold(Change change) {
    return told.contains(change.time() + " " + change.symbol());
  }

  /** What opposite changes of pods swap at a close or at the open that follows it. */
  private boolean crosses(Change change) {
    Set<String> times = crossed.getOrDefault(change.share(), Set.of());
    String next = closes.higher(change.time());
    return times.contains(change.time()) || next != null && times.contains(next);
  }

  /**
   * Retired pods that still hold something after the symbol's next bar, or at any later close,
   * though no rule refused the change.
   */
  public List<Change> keptAfterRetirement() {
    return of("retirement").stream().filter(this::isKept).toList();
  }

  private boolean isKept(Change change) {
    String fill = bars.getOrDefault(change.symbol(), new TreeSet<>()).higher(change.time());
    if (fill == null || isTold(change)) {
      return false;
    }
    return closes.tailSet(fill, true).stream().anyMatch(close -> holds(change, close));
  }

  private boolean holds(Change change, String close) {
    TreeMap<String, Double> held = shares.get(change.share());
    if (held == null) {
      return false;
    }
    Map.Entry<String, Double> last = held.floorEntry(close);
    return last != null && Math.abs(last.getValue()) > nothing(held);
  }

  /** What counts as nothing beside the largest share there has been (decision TR0). */
  private static double nothing(TreeMap<String, Double> held) {
    double largest = held.values().stream().mapToDouble(Math::abs).max().orElse(0);
    return Math.max(1e-10, 1e-12 * largest);
  }

  /** The part of what was wanted that was not held (decision TR5). */
  public double missed() {
    return missed;
  }

  /**
   * One change that has to happen.
   *
   * @param time of the close, as in the tables
   * @param kind stop, exclusion or retirement
   */
  public record Change(String time, String pod, String symbol, String kind) {

    String share() {
      return pod + " " + symbol;
    }
  }
}
