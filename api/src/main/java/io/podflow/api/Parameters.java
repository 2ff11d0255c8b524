package io.podflow.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value for every {@link Parameter} of a strategy. */
public final class Parameters {

  private final Map<String, Double> values;

  private Parameters(Map<String, Double> values) {
    this.values = values;
  }

  /**
   * The given values, and the defaults for the rest.
   *
   * @param known the strategy's parameters
   * @param given by parameter name; numbers, and words for parameters with choices
   * @throws IllegalArgumentException naming the parameter, the value and the rule, for an unknown
   *     name, a value of the wrong kind, or one outside its bounds
   */
  public static Parameters of(List<Parameter> known, Map<String, ?> given) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : known) {
      Object value = given.get(parameter.name());
      values.put(
          parameter.name(), value == null ? parameter.defaultValue() : checked(parameter, value));
    }
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException(
            "unknown parameter '" + name + "' (known: " + String.join(", ", values.keySet()) + ")");
      }
    }
    return new Parameters(values);
  }

  private static double checked(Parameter parameter, Object value) {
    if (parameter.accepts(value)) {
      return parameter.valueOf(value);
    }
    throw new IllegalArgumentException(
        parameter.name() + ": " + value + " (expected: " + parameter.rule() + ")");
  }

  public double number(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no parameter '" + name + "'");
    }
    return value;
  }

  public int whole(String name) {
    return (int) number(name);
  }
}
