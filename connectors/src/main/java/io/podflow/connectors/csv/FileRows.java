package io.podflow.connectors.csv;

import java.io.Closeable;

/**
 * The rows of one file, one after the other. An object stands on one row at a time, and its other
 * methods are about that row.
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

  /** What is wrong with the present row; empty when nothing is. */
  String problem();

  /** The kind of what is wrong with a malformed row. */
  Rejection reason();

  /** File and line of the present row: {@code BTC-USDT.csv:17}. */
  String place();

  /** Open of the present row, or {@link Timestamps#UNREADABLE} of a malformed one. */
  long openTime();

  /** Copies the figures of the present row, by their roles in {@link Columns}. */
  void copyTo(double[] figures);

  /** A figure of the present row, by its role in {@link Columns}. */
  double value(int role);

  @Override
  void close();
}
