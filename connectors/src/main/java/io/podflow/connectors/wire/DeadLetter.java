package io.podflow.connectors.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record that was refused, and where it lies.
 *
 * @param topic name of the topic that it was read from
 * @param partition of that topic
 * @param offset in that partition
 * @param received when it was read, epoch milliseconds UTC
 * @param reason why it was refused
 * @param bytes length of its payload; 0 when it had none
 * @param payload its first {@value #LONGEST_PAYLOAD} characters
 */
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    long received,
    String reason,
    int bytes,
    String payload) {

  /** Characters of the payload that are kept. */
  public static final int LONGEST_PAYLOAD = 4_096;

  /** A character has at most four bytes, so this much is enough to cut the text from. */
  private static final int ENOUGH_BYTES = 4 * LONGEST_PAYLOAD;

  /** Of the payload as it was read; what is no UTF-8 becomes the replacement character. */
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
