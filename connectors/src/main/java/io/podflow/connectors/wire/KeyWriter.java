package io.podflow.connectors.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds one JSON object, key by key, in the order in which they are to be read by people. */
final class KeyWriter {

  private final ObjectNode object;

  private KeyWriter(ObjectNode object) {
    this.object = object;
  }

  /** A message with what all of them begin with. */
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

  /**
   * A number that no reader may miss.
   *
   * @throws IllegalArgumentException when it is not finite
   */
  KeyWriter number(String key, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key + " is " + value + " (expected: a finite number)");
    }
    object.put(key, value);
    return this;
  }

  /** Null for what is not finite. */
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
      // by way of a text: writing bytes at once throws for halves of characters
      return JsonPayload.MAPPER.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written", e);
    }
  }
}
