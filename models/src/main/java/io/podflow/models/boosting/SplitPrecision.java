package io.podflow.models.boosting;

/** Decides whether two values of a feature are different enough for a split between them. */
public enum SplitPrecision {
  /** The precision of the original: 32-bit floats and an absolute distance (docs/strategies.md). */
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
   * Twelve significant digits (decision EV6): values that are equal in exact arithmetic tie,
   * whatever their last bits, which depend on the unit of the prices. Distances are compared and
   * not rounded values, because rounding separates neighbours on both sides of a rounding step. The
   * distance is absolute below 1, because features are differences of numbers of size 1 and more.
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
     * Uses a smaller distance than {@link #apart}, so that no value falls on the wrong side of a
     * split.
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

  /** The value in the precision of comparisons. */
  abstract double held(double value);

  /** Whether a split may lie between two values, the smaller one first. */
  abstract boolean apart(double smaller, double larger);

  /** Whether a value goes to the right child of a split. */
  abstract boolean isAbove(double value, double threshold);

  /** The limit that another score must exceed to be better than {@code score}. */
  abstract double better(double score);

  /** The threshold between two values that are {@link #apart}. */
  double between(double smaller, double larger) {
    double middle = smaller / 2.0 + larger / 2.0;
    return held(middle == larger ? smaller : middle);
  }
}
