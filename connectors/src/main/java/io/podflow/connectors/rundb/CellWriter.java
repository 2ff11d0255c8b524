package io.podflow.connectors.rundb;

import io.podflow.connectors.rundb.RunTable.Column;

/**
 * Takes the cells of one row, in the order of the table's columns.
 *
 * @param <X> what writing throws
 */
public interface CellWriter<X extends Exception> {

  /** A moment, epoch milliseconds UTC. */
  void time(Column column, long epochMillis) throws X;

  /** A number; NaN where there is none. */
  void real(Column column, double value) throws X;

  /** A whole number; 1 and 0 for yes and no. */
  void whole(Column column, int value) throws X;

  /** A text, or the name of a constant in lower case; empty where there is none. */
  void text(Column column, String value) throws X;
}
