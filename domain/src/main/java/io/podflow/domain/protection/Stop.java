package io.podflow.domain.protection;

/**
 * A position that was stopped out in a bar.
 *
 * @param kind which rule it was
 * @param touched the bar's low of a long position, its high of a short one, quote currency
 * @param level price that was crossed
 */
public record Stop(Kind kind, double touched, double level) {

  /** The rules that can stop a position out, in the order in which they are asked. */
  public enum Kind {
    STOP_LOSS("stop loss"),
    TRAILING_STOP("trailing stop");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
