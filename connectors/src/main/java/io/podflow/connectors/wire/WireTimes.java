package io.podflow.connectors.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Times as text, ISO-8601 in UTC: {@code 2024-01-02T00:00:00Z}, with up to three digits of a
 * second. Other forms are refused, so that one time has few spellings and no reader guesses an
 * offset.
 */
final class WireTimes {

  /** No bar is older; an earlier time is likely seconds taken for milliseconds. */
  static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  private static final Pattern SHAPE =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}"
              + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?Z");

  private WireTimes() {}

  /** Epoch milliseconds UTC; empty when the text is no time. */
  static OptionalLong parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Instant.parse(text).toEpochMilli());
    } catch (DateTimeException e) {
      // has the shape, but there is no 30 February
      return OptionalLong.empty();
    }
  }

  /** The text of {@code time}, epoch milliseconds UTC. */
  static String text(long time) {
    return Instant.ofEpochMilli(time).toString();
  }
}
