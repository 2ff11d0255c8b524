package io.podflow.report.history;

import java.util.BitSet;

/**
 * Leaves out points that nobody could see, but no peak and no trough: of every stretch of points it
 * keeps each series' lowest and highest.
 */
public final class Thinning {

  private Thinning() {}

  /**
   * Which points to keep, first and last included.
   *
   * @param limit about how many at most
   * @param series of the same length, sharing their points
   * @return rising indexes
   */
  public static int[] keep(int limit, double[]... series) {
    int length = series.length == 0 ? 0 : series[0].length;
    BitSet kept = new BitSet(length);
    if (length <= limit) {
      kept.set(0, length);
      return kept.stream().toArray();
    }
    int stretches = Math.max(1, (limit - 2) / (2 * series.length));
    for (int s = 0; s < stretches; s++) {
      int from = (int) ((long) length * s / stretches);
      int to = (int) ((long) length * (s + 1) / stretches);
      for (double[] values : series) {
        keepExtremes(values, from, to, kept);
      }
    }
    kept.set(0);
    kept.set(length - 1);
    return kept.stream().toArray();
  }

  private static void keepExtremes(double[] values, int from, int to, BitSet kept) {
    int low = from;
    int high = from;
    for (int i = from; i < to; i++) {
      low = values[i] < values[low] ? i : low;
      high = values[i] > values[high] ? i : high;
    }
    kept.set(low);
    kept.set(high);
  }

  public static long[] pick(long[] values, int[] indexes) {
    long[] picked = new long[indexes.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[indexes[i]];
    }
    return picked;
  }

  /** In single precision: seven digits are more than a pixel, and half the page. */
  public static float[] pick(double[] values, int[] indexes) {
    float[] picked = new float[indexes.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = (float) values[indexes[i]];
    }
    return picked;
  }
}
