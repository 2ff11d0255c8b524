package io.podflow.connectors.wire;

import java.util.List;

/** The result of decoding the bytes of one message. */
public sealed interface Decoded<T> {

  /**
   * The bytes are a message that breaks no rule.
   *
   * @param unknownKeys keys that the topic does not have, with their paths; they were ignored
   */
  record Message<T>(T value, List<String> unknownKeys) implements Decoded<T> {

    public Message {
      unknownKeys = List.copyOf(unknownKeys);
    }

    /** A message with known keys alone. */
    public Message(T value) {
      this(value, List.of());
    }
  }

  /**
   * The bytes are refused.
   *
   * @param reason names the key, the value and the rule; one line, at most {@link
   *     WireLimits#LONGEST_REASON} characters
   */
  record Refused<T>(String reason) implements Decoded<T> {}
}
