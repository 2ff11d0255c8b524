package io.podflow.connectors.csv;

/** A strict run met rows that it would otherwise have left out. */
public final class StrictInputException extends BarInputException {

  private static final long serialVersionUID = 1L;

  private final String first;
  private final long count;

  StrictInputException(String first, long count) {
    super(
        count
            + (count == 1 ? " row was" : " rows were")
            + " rejected or superseded; the first: "
            + first);
    this.first = first;
    this.count = count;
  }

  /** File, line and what is wrong with the first of them. */
  public String first() {
    return first;
  }

  /** How many rows, in the files that this reader was reading. */
  public long count() {
    return count;
  }
}
