package io.podflow.domain.allocation;

import java.util.Arrays;

/**
 * Brings raw weights between a smallest and a largest weight without changing their proportions
 * more than the bounds demand (decisions PO8, FP17): every weight is {@code clip(s * raw, min,
 * max)} with the one scale {@code s} at which the weights sum to 1.
 *
 * <p>The sum is a piecewise linear, never falling function of {@code s} that bends where a weight
 * leaves its smallest or reaches its largest value. So the piece that crosses 1 is found by
 * bisection over those bends, and on it {@code s} is a division: exact, with no tolerance.
 */
public final class WaterFilling {

  /** By how much the smallest weights may exceed 1 in sum through decimal input (decision VA3). */
  private static final double SUM_TOLERANCE = 1e-9;

  /** A raw weight below this share of the largest one is as good as zero. */
  private static final double NEGLIGIBLE = 1e-300;

  private final double[] raw;
  private final double min;
  private final double max;

  private WaterFilling(double[] raw, double min, double max) {
    this.raw = raw;
    this.min = min;
    this.max = max;
  }

  /**
   * Weights in [{@code min}, {@code max}] in the proportions of {@code raw}.
   *
   * <p>A raw weight of 0 gets {@code min}, whatever the scale; when all are 0, all count the same.
   * Where even the largest weights sum to less than 1, they are given and the rest is cash.
   *
   * @param raw what the method asks for, finite and not negative; only proportions count
   * @throws IllegalArgumentException when a raw weight is negative or not finite, when {@code min}
   *     exceeds {@code max}, or when the smallest weights sum to more than 1
   */
  public static double[] fill(double[] raw, double min, double max) {
    requireBounds(raw.length, min, max);
    return new WaterFilling(relativeToLargest(raw), min, max).fill();
  }

  private static void requireBounds(int count, double min, double max) {
    if (!(min >= 0 && min <= max)) {
      throw new IllegalArgumentException(
          "bounds of weights: min " + min + ", max " + max + " (expected: 0 <= min <= max)");
    }
    if (count * min > 1 + SUM_TOLERANCE) {
      throw new IllegalArgumentException(
          count + " weights of at least " + min + " (expected: a sum of at most 1)");
    }
  }

  private static double[] relativeToLargest(double[] raw) {
    double largest = 0;
    for (double value : raw) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "raw weight " + value + " (expected: finite and not negative)");
      }
      largest = Math.max(largest, value);
    }
    double[] relative = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      double share = largest == 0 ? 1 : raw[i] / largest;
      relative[i] = share < NEGLIGIBLE ? 0 : share;
    }
    return relative;
  }

  private double[] fill() {
    if (raw.length * min >= 1) {
      return equal();
    }
    double[] bends = bends();
    if (total(Double.POSITIVE_INFINITY) <= 1) {
      return at(Double.POSITIVE_INFINITY);
    }
    int below = 0;
    int above = bends.length - 1;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (total(bends[middle]) <= 1) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return between(bends[below], bends[above]);
  }

  private double[] equal() {
    double[] weights = new double[raw.length];
    Arrays.fill(weights, 1.0 / raw.length);
    return weights;
  }

  /** Scales at which a weight starts or stops to grow, ascending, with 0 in front. */
  private double[] bends() {
    double[] bends = new double[1 + 2 * raw.length];
    int count = 1;
    for (double value : raw) {
      if (value > 0) {
        bends[count++] = min / value;
        bends[count++] = max / value;
      }
    }
    Arrays.sort(bends, 0, count);
    return Arrays.copyOf(bends, count);
  }

  private double total(double scale) {
    double sum = 0;
    for (double value : raw) {
      sum += weight(value, scale);
    }
    return sum;
  }

  private double[] at(double scale) {
    double[] weights = new double[raw.length];
    Arrays.setAll(weights, i -> weight(raw[i], scale));
    return weights;
  }

  private double weight(double value, double scale) {
    return value == 0 ? min : Math.min(max, Math.max(min, value * scale));
  }

  /** The weights at the scale between two neighbouring bends at which they sum to 1. */
  private double[] between(double low, double high) {
    double bound = 0;
    double free = 0;
    for (double value : raw) {
      if (grows(value, low, high)) {
        free += value;
      } else {
        bound += weight(value, low);
      }
    }
    double scale = free == 0 ? low : (1 - bound) / free;
    double[] weights = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      weights[i] = weight(raw[i], grows(raw[i], low, high) ? scale : low);
    }
    return weights;
  }

  private boolean grows(double value, double low, double high) {
    return value > 0 && min / value <= low && max / value >= high;
  }
}
