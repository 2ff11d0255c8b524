package io.podflow.domain.market;

import java.io.Serializable;

/**
 * What was read, within the range of the run. Rows before and after it are not counted.
 *
 * @param rows data rows of every kind
 * @param bars bars handed out or about to be
 * @param rejected rows that are malformed or do not open on the grid of the input
 * @param duplicates rows that repeat the row before them
 * @param conflicts rows with the time of another row of the file and other figures; the later line
 *     counts
 * @param late rows out of order, which files no longer have: they are sorted
 * @param gapBuckets bars made from fewer rows than their period has
 * @param missedCloses closes between a symbol's first and last bar at which it has no bar
 * @param cutOffBuckets bars that were not made because the input ended inside them
 */
public record InputCounts(
    long rows,
    long bars,
    long rejected,
    long duplicates,
    long conflicts,
    long late,
    long gapBuckets,
    long missedCloses,
    long cutOffBuckets)
    implements Serializable {

  public static final InputCounts NONE = new InputCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The counts of both together. */
  public InputCounts plus(InputCounts other) {
    return new InputCounts(
        rows + other.rows,
        bars + other.bars,
        rejected + other.rejected,
        duplicates + other.duplicates,
        conflicts + other.conflicts,
        late + other.late,
        gapBuckets + other.gapBuckets,
        missedCloses + other.missedCloses,
        cutOffBuckets + other.cutOffBuckets);
  }

  /** Rows that fail a strict run. */
  public long offences() {
    return rejected + conflicts + late;
  }
}
