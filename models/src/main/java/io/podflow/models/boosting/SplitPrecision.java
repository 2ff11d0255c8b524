package io.podflow.models.boosting;

/** When two values of a feature are different enough for a split to lie between them. */
public enum SplitPrecision {
  /** The original's: 32-bit numbers, and an absolute distance (docs/strategies.md). */
  SINGLE {
    private static final float SAME = 1e-7f;

    @Override
    double held(double value) {
      return (float) value;
    }

    @Override
    boolean apart(double smaller, double larger) {
      return (float) larger > (float) smaller + SAME;
    }

    @Override
    boolean isAbove(double value, double threshold) {
      return value > threshold;
    }

    @Override
    double better(double score) {
      return score;
    }
  },

  /**
   * Twelve significant digits (decision EV6): what is equal on paper ties, whatever the last bits
   * say, which depend on the unit of the prices. A distance is asked for, rather than rounded
   * values compared, as rounding parts neighbours on both sides of a rounding step. Features are
   * made by subtracting figures of size 1 and more, whence the digits of values below 1.
   */
  TWELVE_DIGITS {
    private static final double DIGITS = 1e-12;

    @Override
    double held(double value) {
      return value;
    }

    @Override
    boolean apart(double smaller, double larger) {
      return larger - smaller > 10 * DIGITS * Math.max(1, Math.max(-smaller, larger));
    }

    /**
     * Narrower than {@link #apart}, so that no value that a split parts falls on its wrong side.
     */
    @Override
    boolean isAbove(double value, double threshold) {
      return value - threshold > DIGITS * Math.max(1, Math.abs(threshold));
    }

    @Override
    double better(double score) {
      return score + DIGITS * Math.abs(score);
    }
  };

  /** The value as it is compared. */
  abstract double held(double value);

  /** Whether a split may lie between two values, the smaller one first. */
  abstract boolean apart(double smaller, double larger);

  /** Whether a value is on the right of a split. */
  abstract boolean isAbove(double value, double threshold);

  /** What a score has to exceed to be better than this one. */
  abstract double better(double score);

  /** The threshold between two values that are apart. */
  double between(double smaller, double larger) {
    double middle = smaller / 2.0 + larger / 2.0;
    return held(middle == larger ? smaller : middle);
  }
}
