package io.podflow.connectors.csv;

import java.io.Closeable;

/**
 * A cursor over the rows of one file: {@link #next} moves to a row, and the other methods return
 * the present row.
 */
interface FileRows extends Closeable {

  /** What {@link #next} found. */
  enum Found {
    ROW,
    MALFORMED,
    END
  }

  /** Moves to the next row that is not blank. */
  Found next();

  /** Why the present row is malformed; empty when the row is sound. */
  String problem();

  /** The kind of fault of a malformed row. */
  Rejection reason();

  /** File and line of the present row: {@code BTC-USDT.csv:17}. */
  String place();

  /** Bar open of the present row, epoch milliseconds UTC, or {@link Timestamps#UNREADABLE}. */
  long openTime();

  /** Copies prices and volume of the present row, indexed by their roles in {@link Columns}. */
  void copyTo(double[] figures);

  /** A price or the volume of the present row, by its role in {@link Columns}. */
  double value(int role);

  @Override
  void close();
}
