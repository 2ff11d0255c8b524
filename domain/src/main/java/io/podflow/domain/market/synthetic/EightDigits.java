package io.podflow.domain.market.synthetic;

/**
 * Numbers of eight significant digits, as exchanges print them, for values in [1e-7, 1e15). Scaling
 * is by exact powers of ten, so the value is the double nearest to its text.
 */
public final class EightDigits {

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private EightDigits() {}

  /** The nearest number of eight digits; keeps the order of values. */
  public static double round(double value) {
    int decimals = decimals(value);
    return decimals >= 0
        ? Math.rint(value * POWERS[decimals]) / POWERS[decimals]
        : Math.rint(value / POWERS[-decimals]) * POWERS[-decimals];
  }

  /** Plain decimal text of a rounded value, without exponent or trailing zeros. */
  public static String text(double rounded) {
    StringBuilder text = new StringBuilder();
    append(rounded, text);
    return text.toString();
  }

  /** Appends {@link #text} of a rounded value. */
  public static void append(double rounded, StringBuilder text) {
    int decimals = Math.max(0, decimals(rounded));
    long digits = (long) Math.rint(rounded * POWERS[decimals]);
    while (decimals > 0 && digits % 10 == 0) {
      digits /= 10;
      decimals--;
    }
    long unit = (long) POWERS[decimals];
    text.append(digits / unit);
    if (decimals > 0) {
      text.append('.');
      long fraction = digits % unit;
      for (long place = unit / 10; place > fraction; place /= 10) {
        text.append('0');
      }
      text.append(fraction);
    }
  }

  private static int decimals(double value) {
    if (!(value >= 1e-7 && value < 1e15)) {
      throw new IllegalArgumentException("value " + value + " (expected: in [1e-7, 1e15))");
    }
    int decimals = 7;
    if (value >= 1) {
      while (value >= POWERS[8 - decimals]) {
        decimals--;
      }
      return decimals;
    }
    while (value * POWERS[decimals + 1] < 1e8 && decimals < 14) {
      decimals++;
    }
    return decimals;
  }
}
