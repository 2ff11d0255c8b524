package io.podflow.config.binding;

import io.podflow.domain.settings.Setting;
import java.math.BigDecimal;

/**
 * The interval a number must lie in.
 *
 * @param above whether {@code min} itself is refused
 * @param below whether {@code max} itself is refused
 */
public record Range(double min, double max, boolean above, boolean below) {

  static Range of(Setting setting) {
    return new Range(setting.min(), setting.max(), setting.above(), setting.below());
  }

  boolean contains(double value) {
    return (above ? value > min : value >= min) && (below ? value < max : value <= max);
  }

  /** The interval as words after "a number", such as {@code in (0, 1]}; empty without bounds. */
  String words() {
    boolean low = min != Double.NEGATIVE_INFINITY;
    boolean high = max != Double.POSITIVE_INFINITY;
    if (low && high) {
      return " in " + (above ? "(" : "[") + text(min) + ", " + text(max) + (below ? ")" : "]");
    }
    if (low) {
      return (above ? " above " : " of at least ") + text(min);
    }
    return high ? (below ? " below " : " of at most ") + text(max) : "";
  }

  /** A number as a reader would write it: {@code 0.3}, {@code 100000}. */
  public static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
