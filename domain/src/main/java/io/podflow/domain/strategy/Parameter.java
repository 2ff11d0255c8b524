package io.podflow.domain.strategy;

/**
 * One number that a strategy can be tuned with. Choices are whole numbers with a meaning, as in
 * {@code short_mode} 0, 1, 2.
 *
 * @param name key under {@code strategy_params}, in snake case
 * @param whole whether only whole numbers are allowed
 * @param defaultValue used when the key is absent
 * @param min smallest value allowed
 * @param max largest value allowed
 * @param minAllowed whether {@code min} itself is allowed
 * @param meaning one sentence with the unit
 */
public record Parameter(
    String name,
    boolean whole,
    double defaultValue,
    double min,
    double max,
    boolean minAllowed,
    String meaning) {

  /** A whole number in {@code [min, max]}. */
  public static Parameter whole(String name, int defaultValue, int min, int max, String meaning) {
    return new Parameter(name, true, defaultValue, min, max, true, meaning);
  }

  /** A number in {@code [min, max]}. */
  public static Parameter number(
      String name, double defaultValue, double min, double max, String meaning) {
    return new Parameter(name, false, defaultValue, min, max, true, meaning);
  }

  /** A number in {@code (min, max]}. */
  public static Parameter above(
      String name, double defaultValue, double min, double max, String meaning) {
    return new Parameter(name, false, defaultValue, min, max, false, meaning);
  }

  /** Whether {@code value} is inside the bounds and whole where it must be. */
  public boolean accepts(double value) {
    return (minAllowed ? value >= min : value > min)
        && value <= max
        && (!whole || value == Math.rint(value));
  }

  /** The bounds as a rule to print: {@code a whole number in [10, 200]}. */
  public String rule() {
    String kind = whole ? "a whole number" : "a number";
    if (min == Double.NEGATIVE_INFINITY) {
      return kind + (max == Double.POSITIVE_INFINITY ? "" : " of at most " + print(max));
    }
    if (max == Double.POSITIVE_INFINITY) {
      return kind + (minAllowed ? " of at least " : " above ") + print(min);
    }
    return kind + " in " + (minAllowed ? "[" : "(") + print(min) + ", " + print(max) + "]";
  }

  private String print(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
