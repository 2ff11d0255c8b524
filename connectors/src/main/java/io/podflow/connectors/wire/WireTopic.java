package io.podflow.connectors.wire;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The codec of one topic: messages to bytes and back. Has no state and may be shared between
 * threads; serialisable because Flink ships sources and sinks to other machines.
 *
 * @param <T> one message
 */
public interface WireTopic<T> extends Serializable {

  /** The name of the topic without any prefix: {@code bars}. */
  String name();

  /**
   * Bytes that {@link #decode} reads back to an equal message.
   *
   * @throws IllegalArgumentException naming a number that is infinite or NaN where the topic
   *     requires a finite number
   */
  byte[] encode(T message);

  /**
   * Never throws because of the bytes: bad bytes give {@link Decoded.Refused}.
   *
   * @param payload null for a record without a value
   * @param now epoch milliseconds UTC; used by the topics from outside with past events ({@code
   *     bars}, {@code exchange}, {@code positions}), which cannot be in the future
   */
  Decoded<T> decode(byte @Nullable [] payload, long now);
}
