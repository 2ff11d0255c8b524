package io.podflow.connectors.wire;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is written to one topic and read from it. Has no state, may be shared between threads, and
 * can be serialised because sources and sinks carry it to where they run.
 *
 * @param <T> one message
 */
public interface WireTopic<T> extends Serializable {

  /** Its name without any prefix: {@code bars}. */
  String name();

  /**
   * Bytes that {@link #decode} reads back to an equal message.
   *
   * @throws IllegalArgumentException naming a number that is infinite or undefined where it must
   *     not be
   */
  byte[] encode(T message);

  /**
   * Never throws for what the bytes are.
   *
   * @param payload null for a record without a value
   * @param now epoch milliseconds UTC; used by the topics that come from outside and tell what has
   *     happened ({@code bars}, {@code exchange}, {@code positions}), which cannot be in the future
   */
  Decoded<T> decode(byte @Nullable [] payload, long now);
}
