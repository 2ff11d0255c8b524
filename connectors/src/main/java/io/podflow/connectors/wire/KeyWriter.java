package io.podflow.connectors.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds one JSON object, key by key; people read the keys in the order of the calls. */
final class KeyWriter {

  private final ObjectNode object;

  private KeyWriter(ObjectNode object) {
    this.object = object;
  }

  /** A message with the first keys of all messages, version and type. */
  static KeyWriter message(String type) {
    KeyWriter writer = new KeyWriter(JsonNodeFactory.instance.objectNode());
    writer.object.put(JsonTopic.VERSION_KEY, JsonTopic.VERSION);
    return writer.text(JsonTopic.TYPE_KEY, type);
  }

  KeyWriter text(String key, String value) {
    object.put(key, value);
    return this;
  }

  KeyWriter flag(String key, boolean value) {
    object.put(key, value);
    return this;
  }

  KeyWriter whole(String key, long value) {
    object.put(key, value);
    return this;
  }

  KeyWriter time(String key, long epochMillis) {
    return text(key, WireTimes.text(epochMillis));
  }

  /** A time, or no key for -1. */
  KeyWriter timeIfKnown(String key, long epochMillis) {
    return epochMillis == -1 ? this : time(key, epochMillis);
  }

  /** A whole number, or no key for -1. */
  KeyWriter wholeIfKnown(String key, long value) {
    return value == -1 ? this : whole(key, value);
  }

  /**
   * A number that must be finite.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  KeyWriter number(String key, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key + " is " + value + " (expected: a finite number)");
    }
    object.put(key, value);
    return this;
  }

  /** Writes null for a number that is not finite. */
  KeyWriter numberOrNull(String key, double value) {
    if (Double.isFinite(value)) {
      object.put(key, value);
    } else {
      object.putNull(key);
    }
    return this;
  }

  KeyWriter texts(String key, List<String> values) {
    ArrayNode array = object.putArray(key);
    values.forEach(array::add);
    return this;
  }

  KeyWriter object(String key) {
    return new KeyWriter(object.putObject(key));
  }

  Elements objects(String key) {
    return new Elements(object.putArray(key));
  }

  /** The elements of a list. */
  static final class Elements {

    private final ArrayNode array;

    private Elements(ArrayNode array) {
      this.array = array;
    }

    KeyWriter add() {
      return new KeyWriter(array.addObject());
    }
  }

  byte[] bytes() {
    try {
      // by way of a String: writing bytes directly throws for an unpaired surrogate
      return JsonPayload.MAPPER.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written", e);
    }
  }
}
