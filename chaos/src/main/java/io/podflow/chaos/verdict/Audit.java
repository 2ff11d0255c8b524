package io.podflow.chaos.verdict;

import io.podflow.connectors.rundb.RunDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that is wrong with a run.
 *
 * @param differences to the undisturbed run, row by row
 * @param faults what contradicts itself, one sentence each
 */
public record Audit(List<Difference> differences, List<String> faults) {

  public Audit {
    differences = List.copyOf(differences);
    faults = List.copyOf(faults);
  }

  /**
   * @param closes all that were sent and traded, epoch milliseconds UTC
   * @param capital initial equity, quote currency
   */
  public static Audit of(Left undisturbed, Left disturbed, List<Long> closes, double capital) {
    List<String> faults = new ArrayList<>();
    checkCloses(disturbed, closes, faults);
    checkOrders(undisturbed, disturbed, faults);
    if (disturbed.repeatedRows() > 0) {
      faults.add(disturbed.repeatedRows() + " rows were committed twice");
    }
    if (disturbed.deadLetters() > 0) {
      faults.add(disturbed.deadLetters() + " records could not be read");
    }
    if (disturbed.snapshot() == null) {
      faults.add("the exchange side has never said what it holds");
    } else {
      faults.addAll(BooksCheck.differences(disturbed.runDb(), capital, disturbed.snapshot()));
    }
    return new Audit(Tables.differences(undisturbed.runDb(), disturbed.runDb()), faults);
  }

  /** Every close that was sent has its books, once. */
  private static void checkCloses(Left run, List<Long> closes, List<String> faults) {
    List<Long> decided;
    try (RunDb db = RunDb.open(run.runDb())) {
      decided = db.query("SELECT time FROM equity ORDER BY time", row -> row.time(0));
    }
    Set<Long> missing = new TreeSet<>(closes);
    decided.forEach(missing::remove);
    missing.forEach(close -> faults.add("no decision at " + Instant.ofEpochMilli(close)));
    if (missing.isEmpty() && decided.size() != closes.size()) {
      faults.add(decided.size() + " closes are decided (expected: " + closes.size() + ")");
    }
  }

  private static void checkOrders(Left undisturbed, Left disturbed, List<String> faults) {
    disturbed.contradictions().forEach(both -> faults.add("one id, two contents: " + both));
    Set<String> more = new TreeSet<>(disturbed.orderIds());
    more.removeAll(undisturbed.orderIds());
    more.forEach(id -> faults.add("only the disturbed run has sent order " + id));
    Set<String> less = new TreeSet<>(undisturbed.orderIds());
    less.removeAll(disturbed.orderIds());
    less.forEach(id -> faults.add("only the undisturbed run has sent order " + id));
  }

  public boolean isClean() {
    return differences.isEmpty() && faults.isEmpty();
  }

  /** Differences of closes from one time on and before another, both epoch milliseconds UTC. */
  public long differencesBetween(long from, long before) {
    return differences.stream()
        .filter(difference -> !difference.time().isEmpty())
        .mapToLong(difference -> Instant.parse(difference.time()).toEpochMilli())
        .filter(time -> time >= from && time < before)
        .count();
  }
}
