package io.podflow.api;

import java.util.List;

/**
 * One number, or one word of a few, that a strategy can be tuned with.
 *
 * @param name key under {@code strategy_params}, in snake case
 * @param whole whether only whole numbers are allowed
 * @param defaultValue used when the key is absent
 * @param min smallest value allowed
 * @param max largest value allowed
 * @param minAllowed whether {@code min} itself is allowed
 * @param meaning one sentence with the unit
 * @param choices the words allowed, whose value is their place in this list; empty for a number
 */
public record Parameter(
    String name,
    boolean whole,
    double defaultValue,
    double min,
    double max,
    boolean minAllowed,
    String meaning,
    List<String> choices) {

  public Parameter {
    choices = List.copyOf(choices);
  }

  /** A whole number in {@code [min, max]}. */
  public static Parameter whole(String name, int defaultValue, int min, int max, String meaning) {
    return new Parameter(name, true, defaultValue, min, max, true, meaning, List.of());
  }

  /** A number in {@code [min, max]}. */
  public static Parameter number(
      String name, double defaultValue, double min, double max, String meaning) {
    return new Parameter(name, false, defaultValue, min, max, true, meaning, List.of());
  }

  /** A number in {@code (min, max]}. */
  public static Parameter above(
      String name, double defaultValue, double min, double max, String meaning) {
    return new Parameter(name, false, defaultValue, min, max, false, meaning, List.of());
  }

  /** One of these words; the first is the default. */
  public static Parameter choice(String name, List<String> words, String meaning) {
    return new Parameter(name, true, 0, 0, words.size() - 1, true, meaning, words);
  }

  /** Whether {@code value}, as it stands in a configuration, is a number or a word allowed here. */
  public boolean accepts(Object value) {
    if (!choices.isEmpty()) {
      return value instanceof String word && choices.contains(word);
    }
    return value instanceof Number number && inBounds(number.doubleValue());
  }

  /** The default as a configuration writes it: a word, a whole number, or a number. */
  public Object defaultGiven() {
    if (!choices.isEmpty()) {
      return choices.get((int) defaultValue);
    }
    return whole ? (Object) (int) defaultValue : (Object) defaultValue;
  }

  /** What a strategy sees of a value that is accepted. */
  double valueOf(Object accepted) {
    return accepted instanceof Number number
        ? number.doubleValue()
        : choices.indexOf((String) accepted);
  }

  /** Whether {@code value} is inside the bounds and whole where it must be. */
  private boolean inBounds(double value) {
    return (minAllowed ? value >= min : value > min)
        && value <= max
        && (!whole || value == Math.rint(value));
  }

  /** The rule to print: {@code a whole number in [10, 200]}, {@code one of relative, original}. */
  public String rule() {
    if (!choices.isEmpty()) {
      return "one of " + String.join(", ", choices);
    }
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
