package io.podflow.domain.metrics;

/** Cross-sectional ranks (requirement B2). */
public final class Ranks {

  private Ranks() {}

  /**
   * The percentile rank of every value among all: 0 for the smallest, 1 for the largest, ties share
   * the mean of their places, and a lone value stands in the middle at 0.5. Counting pairs needs no
   * order to be built and is the faster way for the dozens of symbols of a pod.
   */
  public static double[] percentile(double[] values) {
    int n = values.length;
    double[] ranks = new double[n];
    for (int i = 0; i < n; i++) {
      ranks[i] = n == 1 ? 0.5 : place(values, values[i]) / (n - 1);
    }
    return ranks;
  }

  /** Mean 0-based place of {@code value} in sorted order: half a place per other equal value. */
  private static double place(double[] values, double value) {
    int below = 0;
    int equal = 0;
    for (double other : values) {
      below += other < value ? 1 : 0;
      equal += other == value ? 1 : 0;
    }
    return below + (equal - 1) / 2.0;
  }
}
