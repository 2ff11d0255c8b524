package io.podflow.domain.lifecycle;

/**
 * The Page-Hinkley test for a fall of the mean (docs/lifecycle.md): how far the values have lately
 * stayed below their own running mean, less a tolerated drift per value.
 *
 * <pre>
 * mean  = alpha · mean + (1 − alpha) · x
 * sum   = sum + mean − x − delta
 * score = sum − its smallest value so far
 * </pre>
 *
 * The first value only seeds the mean. The score is never negative, and exactly 0 whenever the sum
 * is at its smallest.
 *
 * <p>Mutable and with public fields because it is kept in keyed state as it stands; only {@link
 * #add} changes it.
 */
public final class PageHinkley {

  /** Values counted. */
  public int count;

  /** Running mean with memory {@code alpha}. */
  public double mean;

  /** Sum of the shortfalls below the mean, less the tolerated drift. */
  public double sum;

  /** Smallest {@link #sum} so far. */
  public double least;

  /**
   * Counts one value; NaN is ignored.
   *
   * @param delta tolerated drift per value, in its unit
   * @param alpha share of the mean that stays, in (0, 1)
   */
  public void add(double value, double delta, double alpha) {
    if (Double.isNaN(value)) {
      return;
    }
    count++;
    if (count == 1) {
      mean = value;
      return;
    }
    mean = alpha * mean + (1 - alpha) * value;
    sum += mean - value - delta;
    least = Math.min(least, sum);
  }

  /** What is compared with {@code lambda}, in the unit of the values; at least 0. */
  public double score() {
    return sum - least;
  }
}
