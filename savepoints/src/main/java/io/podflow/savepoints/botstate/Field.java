package io.podflow.savepoints.botstate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One field of the database. Whoever reads a value has taken it. A value of another type, and one
 * that is no number, counts as missing and is told.
 *
 * @param path from the key down, with {@code *} for names of pods and symbols
 * @param shown the same with the names
 */
record Field(Mapping mapping, String path, String shown, JsonNode node) {

  static Field root(Mapping mapping, String key, @Nullable JsonNode node) {
    return new Field(mapping, key, key, node == null ? MissingNode.getInstance() : node);
  }

  boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  Field at(String name) {
    return new Field(mapping, path + "." + name, shown + "." + name, node.path(name));
  }

  /** What lies below, by the names of pods or symbols. */
  Map<String, Field> each() {
    mapping.family(path);
    Map<String, Field> children = new LinkedHashMap<>();
    if (node.isObject()) {
      node.properties()
          .forEach(
              child ->
                  children.put(
                      child.getKey(),
                      new Field(
                          mapping, path + ".*", shown + "." + child.getKey(), child.getValue())));
    } else if (isPresent()) {
      lost("an object");
    }
    return children;
  }

  /** The field of a pod or symbol; missing when there is none. */
  Field of(String name) {
    mapping.family(path);
    return new Field(mapping, path + ".*", shown + "." + name, node.path(name));
  }

  double number(double otherwise) {
    JsonNode value = value(JsonNode::isNumber, "a number");
    return value == null || !Double.isFinite(value.doubleValue())
        ? missing(value, otherwise)
        : value.doubleValue();
  }

  private double missing(@Nullable JsonNode value, double otherwise) {
    if (value != null) {
      lost("a finite number");
    }
    return otherwise;
  }

  int count(int otherwise) {
    JsonNode value = value(JsonNode::isIntegralNumber, "a whole number");
    return value == null ? otherwise : value.intValue();
  }

  boolean flag(boolean otherwise) {
    JsonNode value = value(JsonNode::isBoolean, "true or false");
    return value == null ? otherwise : value.booleanValue();
  }

  @Nullable String text() {
    JsonNode value = value(JsonNode::isTextual, "text");
    return value == null ? null : value.textValue();
  }

  /** A list of numbers, without those that are none. */
  double[] numbers() {
    JsonNode value = value(JsonNode::isArray, "a list of numbers");
    List<Double> numbers = new ArrayList<>();
    int bad = 0;
    for (JsonNode each : value == null ? MissingNode.getInstance() : value) {
      if (each.isNumber() && Double.isFinite(each.doubleValue())) {
        numbers.add(each.doubleValue());
      } else {
        bad++;
      }
    }
    if (bad > 0) {
      mapping.lost(shown + ": " + bad + " of its values are no finite numbers; left out");
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private @Nullable JsonNode value(Predicate<JsonNode> type, String expected) {
    if (!isPresent()) {
      return null;
    }
    mapping.taken(path);
    if (type.test(node)) {
      return node;
    }
    lost(expected);
    return null;
  }

  private void lost(String expected) {
    String text = node.toString();
    String found = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    mapping.lost(shown + ": " + found + " (expected: " + expected + "); as if missing");
  }

  Field derived(String how) {
    if (isPresent()) {
      mapping.derived(path, how);
    }
    return this;
  }

  void notPlaced(String why) {
    if (isPresent()) {
      mapping.notPlaced(path, why);
    }
  }
}
