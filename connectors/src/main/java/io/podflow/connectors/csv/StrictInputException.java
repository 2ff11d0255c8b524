package io.podflow.connectors.csv;

/** A strict run met rejected or superseded rows, which other runs leave out. */
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

  /** File, line and fault of the first rejected or superseded row. */
  public String first() {
    return first;
  }

  /** Number of rejected and superseded rows in all files of this reader. */
  public long count() {
    return count;
  }
}
