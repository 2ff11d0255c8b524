package io.podflow.oracle;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that say the same with numbers that came about in another order of operations. */
final class Wording {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?|NaN");

  /** Messages show four digits after the point, of which rounding may turn the last. */
  private static final double LAST_DIGIT = 1.01e-4;

  private Wording() {}

  static boolean sameButForRounding(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    String shape = NUMBER.matcher(one).replaceAll("#");
    if (!shape.equals(NUMBER.matcher(other).replaceAll("#"))) {
      return false;
    }
    Matcher left = NUMBER.matcher(one);
    Matcher right = NUMBER.matcher(other);
    while (left.find() && right.find()) {
      if (!close(left.toMatchResult(), right.toMatchResult())) {
        return false;
      }
    }
    return true;
  }

  private static boolean close(MatchResult one, MatchResult other) {
    if (one.group().equals(other.group())) {
      return true;
    }
    double a = Double.parseDouble(one.group());
    double b = Double.parseDouble(other.group());
    boolean short4 = one.group(1) != null && one.group(1).length() == 5;
    double allowed = short4 ? LAST_DIGIT : 1e-9 * Math.max(1e-3, Math.abs(a));
    return Math.abs(a - b) <= allowed;
  }
}
