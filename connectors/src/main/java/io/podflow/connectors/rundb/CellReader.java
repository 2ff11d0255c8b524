package io.podflow.connectors.rundb;

import io.podflow.connectors.rundb.RunTable.Column;

/**
 * Gives the cells of one row, in the order of the table's columns.
 *
 * @param <X> what reading throws
 */
public interface CellReader<X extends Exception> {

  /** A moment, epoch milliseconds UTC. */
  long time(Column column) throws X;

  /** A number; NaN where there is none. */
  double real(Column column) throws X;

  /** A whole number. */
  int whole(Column column) throws X;

  /** Yes or no. */
  boolean flag(Column column) throws X;

  /** A text; empty where there is none. */
  String text(Column column) throws X;

  /** One of these constants, which is written by its name in lower case. */
  Enum<?> choice(Column column, Enum<?>[] constants) throws X;
}
