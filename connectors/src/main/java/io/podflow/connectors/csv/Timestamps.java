package io.podflow.connectors.csv;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bar open times as text: ISO-8601, in UTC where no offset is given, or a plain number since the
 * epoch, whose size tells its unit. A number below 1e11 is in seconds, below 1e14 in milliseconds,
 * below 1e17 in microseconds, and otherwise in nanoseconds. The unit is found for each text alone,
 * so one file may mix units. Eight digits that begin with 19 or 20 and form a date {@code yyyyMMdd}
 * are that date.
 */
final class Timestamps {

  /** The result for a text that is no time. */
  static final long UNREADABLE = Long.MIN_VALUE;

  static final long BELOW_SECONDS = 100_000_000_000L;
  static final long BELOW_MILLIS = 100_000_000_000_000L;
  static final long BELOW_MICROS = 100_000_000_000_000_000L;

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
  private static final Pattern COMPACT_DATE = Pattern.compile("(19|20)[0-9]{6}");
  private static final int LONGEST_NUMBER = 64;
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .optionalEnd()
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private Timestamps() {}

  /** Epoch milliseconds UTC, rounded down, or {@link #UNREADABLE}. */
  static long parse(String text) {
    return millis(instant(text));
  }

  /** Epoch milliseconds UTC, rounded down, or {@link #UNREADABLE} for null and out of range. */
  static long millis(@Nullable Instant time) {
    try {
      return time == null ? UNREADABLE : time.toEpochMilli();
    } catch (ArithmeticException beyondAllBars) {
      return UNREADABLE;
    }
  }

  /**
   * The exact time of a text; null when the text is no time. Blanks around the text are ignored.
   */
  static @Nullable Instant instant(String field) {
    String text = Fields.bare(field);
    if (NUMBER.matcher(text).matches()) {
      Instant day = COMPACT_DATE.matcher(text).matches() ? compactDate(text) : null;
      return day == null ? sinceEpoch(text) : day;
    }
    String iso =
        text.length() > 10 && text.charAt(10) == ' '
            ? text.substring(0, 10) + 'T' + text.substring(11)
            : text;
    try {
      return Instant.from(ISO.parse(iso));
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Instant compactDate(String digits) {
    try {
      return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static @Nullable Instant sinceEpoch(String number) {
    if (number.length() > LONGEST_NUMBER) {
      return null;
    }
    BigDecimal value = new BigDecimal(number);
    BigInteger nanos =
        value
            .movePointRight(nanoDigits(value.abs()))
            .setScale(0, RoundingMode.FLOOR)
            .toBigInteger();
    BigInteger[] parts = nanos.divideAndRemainder(SECOND);
    try {
      return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue());
    } catch (DateTimeException | ArithmeticException tooFar) {
      return null;
    }
  }

  /** Decimal exponent that turns a number in its unit into nanoseconds. */
  private static int nanoDigits(BigDecimal size) {
    if (size.compareTo(BigDecimal.valueOf(BELOW_SECONDS)) < 0) {
      return 9;
    }
    if (size.compareTo(BigDecimal.valueOf(BELOW_MILLIS)) < 0) {
      return 6;
    }
    return size.compareTo(BigDecimal.valueOf(BELOW_MICROS)) < 0 ? 3 : 0;
  }
}
