package io.podflow.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people read them, the same in every country; a dash where there is none. */
public final class Figures {

  private static final String UNDEFINED = "-";

  /** More digits than anybody reads; what has an exponent stays as it is. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\b\\d+\\.\\d{5,}+(?![\\dE])");

  private Figures() {}

  /** A change: {@code +12.34 %}. */
  public static String percent(double fraction) {
    boolean shown = !(Math.abs(fraction) < 0.00005);
    return shown ? or(fraction, "%+,.2f %%", fraction * 100) : "0.00 %";
  }

  /** A part or a size: {@code 12.34 %}. */
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

  /** To the minute, UTC. */
  public static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString().substring(0, 16).replace('T', ' ') + " UTC";
  }

  /** A text whose numbers have four digits after the point, or four that count when below 1. */
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
