package io.podflow.connectors.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the keys of one JSON object with their types. No type is converted: a text is no number.
 * The first key that breaks a rule throws a {@link PayloadRefusal}.
 */
final class KeyReader {

  /** Unknown keys of one message that are told. */
  static final int MOST_UNKNOWN = 5;

  private final ObjectNode object;
  private final String path;
  private final Set<String> asked = new HashSet<>();
  private final List<KeyReader> children = new ArrayList<>();

  /** {@code path} is the prefix of the keys in messages: empty or such as {@code row.}. */
  KeyReader(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** Whether a key that may be left out is there. */
  boolean has(String key) {
    return object.has(key);
  }

  /** Any text, also an empty one. */
  String text(String key) {
    JsonNode value = required(key);
    require(value.isTextual(), key, value, "a text");
    require(WireText.isSound(value.textValue()), key, value, "a text without halves of characters");
    return value.textValue();
  }

  /** A text of at most {@code longest} characters. */
  String text(String key, int longest) {
    String text = text(key);
    require(
        text.codePointCount(0, text.length()) <= longest,
        key,
        "at most " + longest + " characters");
    return text;
  }

  /** An id: not blank, at most {@link WireLimits#LONGEST_ID} characters, no control characters. */
  String id(String key) {
    String id = text(key, WireLimits.LONGEST_ID);
    require(!id.isBlank(), key, "not empty");
    require(id.codePoints().noneMatch(Character::isISOControl), key, "no control characters");
    return id;
  }

  /** One of {@code choices}, by its label. */
  <E> E choice(String key, E[] choices, Function<E, String> label) {
    JsonNode value = required(key);
    for (E choice : choices) {
      if (value.isTextual() && label.apply(choice).equals(value.textValue())) {
        return choice;
      }
    }
    throw broken(
        key,
        value,
        (choices.length == 1 ? "" : "one of ")
            + Arrays.stream(choices).map(label).collect(Collectors.joining(", ")));
  }

  boolean flag(String key) {
    JsonNode value = required(key);
    require(value.isBoolean(), key, value, "true or false");
    return value.booleanValue();
  }

  int whole(String key, int min, int max) {
    JsonNode value = required(key);
    require(
        value.isIntegralNumber()
            && value.canConvertToInt()
            && value.intValue() >= min
            && value.intValue() <= max,
        key,
        value,
        min == max ? String.valueOf(min) : "a whole number from " + min + " to " + max);
    return value.intValue();
  }

  /** A count or an offset, 0 or more. */
  long large(String key) {
    JsonNode value = required(key);
    require(
        value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0,
        key,
        value,
        "a whole number from 0 to " + Long.MAX_VALUE);
    return value.longValue();
  }

  double number(String key) {
    JsonNode value = required(key);
    require(
        value.isNumber() && Double.isFinite(value.doubleValue()), key, value, "a finite number");
    return value.doubleValue();
  }

  double positive(String key) {
    double value = number(key);
    require(value > 0, key, required(key), "more than 0");
    return value;
  }

  /** NaN for null. */
  double numberOrNull(String key) {
    return required(key).isNull() ? Double.NaN : number(key);
  }

  /** NaN for null and for an absent key. */
  double optionalNumber(String key) {
    asked.add(key);
    return object.has(key) ? numberOrNull(key) : Double.NaN;
  }

  /** Epoch milliseconds UTC, not before the year 2000. */
  long time(String key) {
    JsonNode value = required(key);
    OptionalLong time =
        value.isTextual() ? WireTimes.parse(value.textValue()) : OptionalLong.empty();
    require(time.isPresent(), key, value, "a time like 2024-01-02T00:00:00Z");
    require(time.getAsLong() >= WireTimes.EARLIEST, key, value, "not before 2000");
    return time.getAsLong();
  }

  /** As {@link #time}, not after {@code latest}, epoch milliseconds UTC. */
  long timeUntil(String key, long latest) {
    long time = time(key);
    require(time <= latest, key, required(key), "not after " + WireTimes.text(latest));
    return time;
  }

  /** As {@link #time}; -1 for an absent key. */
  long timeIfKnown(String key) {
    asked.add(key);
    return object.has(key) ? time(key) : -1;
  }

  /** As {@link #large}; -1 for an absent key. */
  long largeIfKnown(String key) {
    asked.add(key);
    return object.has(key) ? large(key) : -1;
  }

  KeyReader object(String key) {
    JsonNode value = required(key);
    if (value instanceof ObjectNode child) {
      return child(child, key);
    }
    throw broken(key, value, "an object");
  }

  List<KeyReader> objects(String key) {
    JsonNode value = required(key);
    require(value.isArray(), key, value, "a list");
    List<KeyReader> elements = new ArrayList<>();
    for (JsonNode element : value) {
      String name = key + "[" + elements.size() + "]";
      if (!(element instanceof ObjectNode child)) {
        throw broken(name, element, "an object");
      }
      elements.add(child(child, name));
    }
    return elements;
  }

  private KeyReader child(ObjectNode object, String name) {
    KeyReader child = new KeyReader(object, path + name + ".");
    children.add(child);
    return child;
  }

  /** A list of names, each once. */
  List<String> ids(String key) {
    JsonNode value = required(key);
    require(value.isArray(), key, value, "a list");
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode element : value) {
      String name = key + "[" + ids.size() + "]";
      require(element.isTextual() && isId(element.textValue()), name, element, "an id");
      require(ids.add(element.textValue()), name, element, "each id once");
    }
    return List.copyOf(ids);
  }

  private static boolean isId(String text) {
    return !text.isBlank()
        && WireText.isSound(text)
        && text.codePointCount(0, text.length()) <= WireLimits.LONGEST_ID
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  /**
   * The keys that nobody has asked for, with their paths, at most {@value #MOST_UNKNOWN}. To be
   * called after all known keys are read.
   */
  List<String> unknown() {
    List<String> unknown = new ArrayList<>();
    for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!asked.contains(key) && unknown.size() < MOST_UNKNOWN) {
        unknown.add(path + WireText.quoted(key));
      }
    }
    children.forEach(child -> unknown.addAll(child.unknown()));
    return unknown.subList(0, Math.min(unknown.size(), MOST_UNKNOWN));
  }

  /** Refuses the key unless {@code holds}, for rules that only a topic knows. */
  void require(boolean holds, String key, String expected) {
    require(holds, key, required(key), expected);
  }

  private void require(boolean holds, String key, JsonNode value, String expected) {
    if (!holds) {
      throw broken(key, value, expected);
    }
  }

  private PayloadRefusal broken(String key, JsonNode value, String expected) {
    return new PayloadRefusal(
        "%s%s is %s (expected: %s)".formatted(path, key, WireText.shown(value), expected));
  }

  private JsonNode required(String key) {
    asked.add(key);
    JsonNode value = object.get(key);
    if (value == null) {
      throw new PayloadRefusal(path + key + " is missing");
    }
    return value;
  }
}
