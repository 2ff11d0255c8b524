package io.podflow.connectors.csv;

/** Why a row of bars cannot be used, in the order of the columns of the refusal message. */
public enum Rejection {
  /** A field is missing, surplus or unreadable. */
  MALFORMED("malformed"),

  /** The time is readable, but is not the open of a bar of the file's timeframe. */
  OFF_GRID("off the grid"),

  /** A price is not a finite number above 0, or the volume is below 0. */
  PRICE("bad price"),

  /** The high is below the low, or open or close lie outside of them. */
  RANGE("high and low");

  private final String label;

  Rejection(String label) {
    this.label = label;
  }

  /** A heading of one or two words. */
  public String label() {
    return label;
  }
}
