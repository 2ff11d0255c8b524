package io.podflow.config.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.podflow.config.binding.KeyType.Elements;
import io.podflow.config.binding.KeyType.Section;
import io.podflow.config.binding.KeyType.Single;
import io.podflow.config.violation.ViolationLog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings records from a tree of values. Every violation goes to the log, and a refused
 * value is replaced by the key's default, so that one fault never hides another (requirement V1).
 * The result is meaningful only while the log is empty.
 */
public final class SettingsBinder {

  private static final int LONGEST_VALUE = 60;

  private final ViolationLog log;

  public SettingsBinder(ViolationLog log) {
    this.log = log;
  }

  /** Binds {@code node}, found at the key path {@code path}, to the record {@code type}. */
  public <T extends Record> T bind(Class<T> type, JsonNode node, String path) {
    return type.cast(section(type, node, path));
  }

  private Object section(Class<?> type, JsonNode node, String path) {
    if (!node.isObject()) {
      log.add(path, shown(node), "must be a mapping");
      return placeholder(new Section(type));
    }
    List<SettingKey> keys = SettingKey.of(type);
    refuseUnknown(keys, node, path);
    return Records.create(type, keys.stream().map(key -> value(key, node, path)).toArray());
  }

  private void refuseUnknown(List<SettingKey> keys, JsonNode section, String path) {
    List<String> known = keys.stream().map(SettingKey::name).toList();
    for (Iterator<String> names = section.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        log.addUnknown(path, name, shown(section.get(name)), "unknown key", known);
      }
    }
  }

  private @Nullable Object value(SettingKey key, JsonNode section, String parent) {
    String path = ViolationLog.child(parent, key.name());
    JsonNode given = section.get(key.name());
    if (given == null && key.required()) {
      log.add(path, "(missing)", "is required");
      return placeholder(key.type());
    }
    JsonNode node = given == null ? key.defaultNode() : given;
    if (!node.isNull()) {
      return value(key, key.type(), node, path);
    }
    if (!key.nullable()) {
      String hint = key.required() ? "" : "; leave the key out for its default";
      log.add(path, "null", "must not be null" + hint);
      return fallback(key, key.type());
    }
    return null;
  }

  private @Nullable Object value(SettingKey key, KeyType type, JsonNode node, String path) {
    if (type instanceof Section section) {
      return section(section.record(), node, path);
    }
    if (type instanceof Elements elements) {
      return elements(key, elements.element(), node, path);
    }
    if (type instanceof Single single) {
      return scalar(key, single.scalar(), node, path);
    }
    return free(node, path);
  }

  private @Nullable Object scalar(SettingKey key, Scalar scalar, JsonNode given, String path) {
    JsonNode node = key.setting().name() ? nameOf(given, path) : given;
    Optional<Object> value = scalar.reader().apply(node).filter(read -> allowed(key, read));
    if (value.isPresent()) {
      return value.get();
    }
    log.add(path, shown(node), key.rule(scalar, node));
    return fallback(key, new Single(scalar));
  }

  /** A name may look like a number, or like a truth value: {@code pod_id: 2024} (DA5). */
  private JsonNode nameOf(JsonNode node, String path) {
    return node.isNumber() || node.isBoolean()
        ? JsonNodeFactory.instance.textNode(log.places().word(path, node.asText()))
        : node;
  }

  private static boolean allowed(SettingKey key, Object value) {
    if (value instanceof Number number) {
      return key.range().contains(number.doubleValue());
    }
    return !(value instanceof String text) || key.allows(text);
  }

  private List<?> elements(SettingKey key, KeyType type, JsonNode node, String path) {
    if (!node.isArray()) {
      log.add(path, shown(node), "must be a list");
      return List.of();
    }
    if (!key.range().contains(node.size())) {
      log.add(path, shown(node), "must be a list" + key.range().words() + " elements");
    }
    List<Object> elements = new ArrayList<>();
    for (JsonNode element : node) {
      String child = ViolationLog.child(path, elements.size());
      Object value = value(key, type, element, child);
      elements.add(value == null ? placeholder(type) : value);
    }
    return elements;
  }

  private Map<String, Object> free(JsonNode node, String path) {
    if (!node.isObject()) {
      log.add(path, shown(node), "must be a mapping");
      return Map.of();
    }
    return new FreeValues(log).mapping(node, path);
  }

  /** The replacement of a refused value: the default, or a placeholder for a required key. */
  private static @Nullable Object fallback(SettingKey key, KeyType type) {
    if (key.required() || key.type() instanceof Elements) {
      return placeholder(type);
    }
    JsonNode node = key.defaultNode();
    return node.isNull()
        ? null
        : new SettingsBinder(ViolationLog.discarding()).value(key, type, node, key.name());
  }

  private static Object placeholder(KeyType type) {
    if (type instanceof Section section) {
      SettingsBinder quiet = new SettingsBinder(ViolationLog.discarding());
      return quiet.section(section.record(), JsonNodeFactory.instance.objectNode(), "");
    }
    if (type instanceof Elements) {
      return List.of();
    }
    return type instanceof Single single ? single.scalar().placeholder() : Map.of();
  }

  /** A value for a message: JSON, cut to {@value #LONGEST_VALUE} characters. */
  public static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
