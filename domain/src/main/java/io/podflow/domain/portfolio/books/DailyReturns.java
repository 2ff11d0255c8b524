package io.podflow.domain.portfolio.books;

import java.util.Arrays;

/**
 * The pods' daily returns over the last UTC days that capital looks back on, counted from the first
 * pod's first day; NaN where a pod had no account yet (decision FP14).
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only its own methods change them.
 */
public final class DailyReturns {

  public int capacity;

  /** By pod, then day, oldest first; at most {@link #capacity} days. */
  public double[][] byPod = {};

  /** For deserialisation only. */
  public DailyReturns() {}

  public DailyReturns(int pods, int capacity) {
    this.capacity = capacity;
    this.byPod = new double[pods][0];
  }

  /** Keeps at least so many days from now on; those that were forgotten stay lost. */
  public void keep(int days) {
    capacity = Math.max(capacity, days);
  }

  /** Makes room for pods that had no account on the days so far. */
  void grow(int pods) {
    int days = byPod.length == 0 ? 0 : byPod[0].length;
    double[][] grown = Arrays.copyOf(byPod, pods);
    for (int p = byPod.length; p < pods; p++) {
      grown[p] = new double[days];
      Arrays.fill(grown[p], Double.NaN);
    }
    byPod = grown;
  }

  /** Appends a day and forgets the oldest beyond the capacity. */
  public void add(double[] day) {
    for (int p = 0; p < byPod.length; p++) {
      double[] known = byPod[p];
      int from = known.length == capacity ? 1 : 0;
      double[] next = Arrays.copyOfRange(known, from, known.length + 1);
      next[next.length - 1] = day[p];
      byPod[p] = next;
    }
  }

  /** Whether any pod has ended a day. */
  public boolean hasBegun() {
    return byPod.length > 0 && byPod[0].length > 0;
  }
}
