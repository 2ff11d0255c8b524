package io.podflow.connectors.csv;

import java.io.Serializable;
import java.util.List;

/**
 * Counts of the used and rejected rows of one file within the range of a run and its warm-up.
 *
 * @param rows all rows of the range, usable or not
 * @param used rows that make bars, one per bar open
 * @param rejected rows that cannot be used, by the ordinal of their {@link Rejection}
 * @param superseded rows replaced by a later line of the same time with other prices or volume
 * @param duplicates rows equal to an earlier line of the same time
 * @param firstOffence the first rejected row with file, line and reason; empty when there is none
 * @param firstOpen open of the first used row, epoch milliseconds UTC; 0 when there is none
 * @param lastOpen open of the last used row, epoch milliseconds UTC; 0 when there is none
 */
public record RowCounts(
    long rows,
    long used,
    List<Long> rejected,
    long superseded,
    long duplicates,
    String firstOffence,
    long firstOpen,
    long lastOpen)
    implements Serializable {

  public RowCounts {
    rejected = List.copyOf(rejected);
  }

  /** Rejected rows of all kinds. */
  public long rejectedRows() {
    return rejected.stream().mapToLong(Long::longValue).sum();
  }

  /** Rows rejected for one reason. */
  public long rejectedFor(Rejection why) {
    return rejected.get(why.ordinal());
  }

  /**
   * Rejected / (used + rejected) rows, a fraction; duplicates and superseded rows are in neither.
   */
  public double rejectedShare() {
    long judged = used + rejectedRows();
    return judged == 0 ? 0 : (double) rejectedRows() / judged;
  }
}
