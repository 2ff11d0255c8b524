package io.podflow.connectors.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/**
 * Bar open times as text: ISO-8601, in UTC where no offset is given, or digits since the epoch. Ten
 * digits are seconds and thirteen milliseconds, which between them cover 2001 to 2286; any other
 * number of digits could be several things and is refused.
 */
final class Timestamps {

  /** Stands for a text that is no time. */
  static final long UNREADABLE = Long.MIN_VALUE;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .optionalEnd()
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private Timestamps() {}

  /** Epoch milliseconds UTC, or {@link #UNREADABLE}. */
  static long parse(String text) {
    if (text.matches("[0-9]+")) {
      return ofDigits(text);
    }
    String iso =
        text.length() > 10 && text.charAt(10) == ' '
            ? text.substring(0, 10) + 'T' + text.substring(11)
            : text;
    try {
      return Instant.from(ISO.parse(iso)).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      return UNREADABLE;
    }
  }

  private static long ofDigits(String digits) {
    return switch (digits.length()) {
      case 10 -> digits.charAt(0) == '0' ? UNREADABLE : Long.parseLong(digits) * 1_000;
      case 13 -> digits.charAt(0) == '0' ? UNREADABLE : Long.parseLong(digits);
      default -> UNREADABLE;
    };
  }
}
