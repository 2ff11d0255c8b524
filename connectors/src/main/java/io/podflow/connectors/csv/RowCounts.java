package io.podflow.connectors.csv;

import java.io.Serializable;
import java.util.List;

/**
 * What became of the rows of one file that lie within the range of a run and its warm-up.
 *
 * @param rows all of them, good or not
 * @param used those that make bars, one for each time
 * @param rejected those that cannot be used, by the ordinal of their {@link Rejection}
 * @param superseded those in whose place a later line of the same time counts
 * @param duplicates those that repeat a line before them
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

  /** The share of rejected rows; second rows of one time count on neither side. */
  public double rejectedShare() {
    long judged = used + rejectedRows();
    return judged == 0 ? 0 : (double) rejectedRows() / judged;
  }
}
