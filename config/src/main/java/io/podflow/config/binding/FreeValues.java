package io.podflow.config.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.violation.ViolationLog;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values without a declared shape, as in {@code strategy_params}: numbers, texts, truth values, and
 * lists and mappings of these. Mappings are sorted by key, so that equal mappings give the same
 * text.
 */
final class FreeValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ViolationLog log;

  FreeValues(ViolationLog log) {
    this.log = log;
  }

  Map<String, Object> mapping(JsonNode node, String path) {
    Map<String, Object> mapping = new TreeMap<>();
    node.fieldNames()
        .forEachRemaining(
            name -> mapping.put(name, value(node.get(name), ViolationLog.child(path, name))));
    return Collections.unmodifiableMap(mapping);
  }

  private Object value(JsonNode node, String path) {
    if (node.isObject()) {
      return mapping(node, path);
    }
    if (node.isArray()) {
      List<Object> elements = new ArrayList<>();
      node.forEach(
          element -> elements.add(value(element, ViolationLog.child(path, elements.size()))));
      return Collections.unmodifiableList(elements);
    }
    if (node.isNull() || (node.isDouble() && !Double.isFinite(node.doubleValue()))) {
      log.add(path, node.asText(), "must be a finite number, a text, true or false");
      return 0;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isBoolean() ? node.booleanValue() : node.textValue();
  }

  static JsonNode tree(Object value) {
    if (value instanceof Map<?, ?> mapping) {
      ObjectNode node = NODES.objectNode();
      new TreeMap<>(mapping).forEach((key, inner) -> node.set((String) key, tree(inner)));
      return node;
    }
    if (value instanceof List<?> elements) {
      ArrayNode node = NODES.arrayNode();
      elements.forEach(element -> node.add(tree(element)));
      return node;
    }
    if (value instanceof Double number) {
      return Scalar.plain(number);
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return NODES.numberNode(new BigInteger(value.toString()));
    }
    return value instanceof Boolean truth
        ? NODES.booleanNode(truth)
        : NODES.textNode(value.toString());
  }
}
