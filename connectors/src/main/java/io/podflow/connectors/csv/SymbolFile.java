package io.podflow.connectors.csv;

import java.io.Serializable;

/**
 * One file of bars.
 *
 * @param symbol index into the universe
 * @param name symbol as {@code BASE/QUOTE}
 * @param file name inside the folder
 * @param size bytes
 * @param sha256 of the bytes, lower-case hex
 * @param rows data rows, good or not
 * @param goodRows rows that can be used
 * @param firstOpen open of the first good row, epoch milliseconds UTC; 0 when there is none
 * @param lastOpen open of the last good row, epoch milliseconds UTC; 0 when there is none
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
    long lastOpen)
    implements Serializable {

  /** Whether the file has any row that can be used. */
  public boolean hasBars() {
    return goodRows > 0;
  }
}
