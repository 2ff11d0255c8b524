package io.podflow.connectors.wire;

/** The result of decoding the bytes of one message. */
public sealed interface Decoded<T> {

  /** The bytes are a message that breaks no rule. */
  record Message<T>(T value) implements Decoded<T> {}

  /**
   * The bytes are refused.
   *
   * @param reason names the key, the value and the rule; one line, at most {@link
   *     WireLimits#LONGEST_REASON} characters
   */
  record Refused<T>(String reason) implements Decoded<T> {}
}
