package io.podflow.savepoints.botstate;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times as the database has them: ISO-8601 with {@code T} or a blank, and an offset. */
final class Times {

  private Times() {}

  /** Epoch milliseconds UTC; null for what is no time. */
  static @Nullable Long millis(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
