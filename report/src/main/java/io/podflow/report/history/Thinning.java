package io.podflow.report.history;

import java.util.BitSet;

/**
 * Thins curves without losing a peak or a trough: of every stretch of points, the lowest and the
 * highest point of each series are kept.
 */
public final class Thinning {

  private Thinning() {}

  /**
   * Indexes of the points to keep, first and last included.
   *
   * @param limit approximate largest number of points
   * @param series one or more arrays of the same length, with one set of points
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

  /**
   * The values at the indexes in single precision: seven digits are finer than a pixel and halve
   * the page.
   */
  public static float[] pick(double[] values, int[] indexes) {
    float[] picked = new float[indexes.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = (float) values[indexes[i]];
    }
    return picked;
  }
}
