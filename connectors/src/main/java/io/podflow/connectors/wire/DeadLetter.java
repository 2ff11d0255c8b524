package io.podflow.connectors.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A refused record of a topic, and its place in the topic.
 *
 * @param topic name of the topic of the record
 * @param partition of the topic
 * @param offset in the partition
 * @param received time of reading, epoch milliseconds UTC
 * @param reason reason of the refusal
 * @param bytes length of the payload in bytes; 0 without a payload
 * @param payload the first {@value #LONGEST_PAYLOAD} characters of the payload
 */
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    long received,
    String reason,
    int bytes,
    String payload) {

  /** Characters of the payload in a dead letter. */
  public static final int LONGEST_PAYLOAD = 4_096;

  /** Bytes that hold the kept characters, because a character has at most four bytes. */
  private static final int ENOUGH_BYTES = 4 * LONGEST_PAYLOAD;

  /**
   * The dead letter of a payload; null is no payload, and invalid UTF-8 becomes the replacement
   * character.
   */
  public static DeadLetter of(
      String topic,
      int partition,
      long offset,
      long received,
      String reason,
      byte @Nullable [] payload) {
    byte[] bytes = payload == null ? new byte[0] : payload;
    String text =
        new String(bytes, 0, Math.min(bytes.length, ENOUGH_BYTES), StandardCharsets.UTF_8);
    return new DeadLetter(
        topic,
        partition,
        offset,
        received,
        WireText.shortened(reason, WireLimits.LONGEST_REASON),
        bytes.length,
        WireText.cut(text, LONGEST_PAYLOAD));
  }
}
