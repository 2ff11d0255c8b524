package io.podflow.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as text for people, independent of the locale; a dash for NaN and infinite numbers. */
public final class Figures {

  private static final String UNDEFINED = "-";

  /** A number with five or more decimals; a number with an exponent does not match. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\b\\d+\\.\\d{5,}+(?![\\dE])");

  private Figures() {}

  /** A fraction as a signed percentage, for a change: {@code +12.34 %}. */
  public static String percent(double fraction) {
    boolean shown = !(Math.abs(fraction) < 0.00005);
    return shown ? or(fraction, "%+,.2f %%", fraction * 100) : "0.00 %";
  }

  /** A fraction as a percentage without a plus sign, for a part or a size: {@code 12.34 %}. */
  public static String share(double fraction) {
    return or(fraction, "%,.2f %%", fraction * 100);
  }

  public static String ratio(double value) {
    return or(value, "%,.2f", value);
  }

  public static String signed(double value) {
    return or(value, "%+,.3f", value);
  }

  public static String money(double value) {
    return or(value, "%,.2f", value);
  }

  /** A time to the minute, UTC. */
  public static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString().substring(0, 16).replace('T', ' ') + " UTC";
  }

  /**
   * The text with long decimals rounded: to four decimals, or to four significant digits below 1.
   */
  public static String shortened(String text) {
    return LONG_NUMBER.matcher(text).replaceAll(found -> shortened(new BigDecimal(found.group())));
  }

  private static String shortened(BigDecimal number) {
    int digitsBeforePoint = Math.max(0, number.precision() - number.scale());
    return number.round(new MathContext(4 + digitsBeforePoint)).toPlainString();
  }

  public static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private static String or(double value, String format, double shown) {
    // adding zero turns -0.0 into 0.0
    return Double.isFinite(value) ? format(format, shown + 0.0) : UNDEFINED;
  }
}
