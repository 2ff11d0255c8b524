package io.podflow.connectors.wire;

/** What became of the bytes of one message. */
public sealed interface Decoded<T> {

  /** They say this, and it is plausible. */
  record Message<T>(T value) implements Decoded<T> {}

  /**
   * They are not to be used.
   *
   * @param reason names the key, the value and the rule; one line, at most {@link
   *     WireLimits#LONGEST_REASON} characters
   */
  record Refused<T>(String reason) implements Decoded<T> {}
}
