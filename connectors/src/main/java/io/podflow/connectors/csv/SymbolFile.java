package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import java.io.Serializable;

/**
 * One file of bars.
 *
 * @param symbol index into the universe
 * @param name symbol as {@code BASE/QUOTE}
 * @param file name inside the folder
 * @param size bytes
 * @param sha256 of the bytes, lower-case hex
 * @param rows data rows, usable or not
 * @param goodRows rows that can be used
 * @param firstOpen open of the first good row, epoch milliseconds UTC; 0 when there is none
 * @param lastOpen open of the last good row, epoch milliseconds UTC; 0 when there is none
 * @param ordered whether the rows are in the order of time; if not, a reader sorts the rows
 * @param spacing the most frequent distance between rows of this file
 * @param counts of the rows within the range of the run and its warm-up
 */
public record SymbolFile(
    int symbol,
    String name,
    String file,
    long size,
    String sha256,
    long rows,
    long goodRows,
    long firstOpen,
    long lastOpen,
    boolean ordered,
    Timeframe spacing,
    RowCounts counts)
    implements Serializable {

  /** Rows that the file would have within the range, had it no gaps. */
  public long expectedRows() {
    return counts.used() == 0 ? 0 : (counts.lastOpen() - counts.firstOpen()) / spacing.millis() + 1;
  }

  /** Used / expected rows, a fraction; 0 without expected rows. */
  public double coverage() {
    return expectedRows() == 0 ? 0 : (double) counts.used() / expectedRows();
  }

  /** Whether the file has any row that can be used. */
  public boolean hasBars() {
    return goodRows > 0;
  }
}
