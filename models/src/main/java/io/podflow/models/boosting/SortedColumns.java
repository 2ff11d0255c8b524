package io.podflow.models.boosting;

import io.podflow.models.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A training set as the growing of trees needs it: features as 32-bit numbers, and for every
 * feature the rows in its order.
 *
 * <p>Features that order the rows alike, equal values included, offer the same splits: rate of
 * change and momentum do, and %R and stochastic K. Only the first of such features is asked, which
 * is also where a tie between them would go.
 */
final class SortedColumns {

  /** Values that are not farther apart are one (strategies.md §5.2). */
  private static final float SAME = 1e-7f;

  private final float[][] values;
  private final int[][] order;
  private final int[] distinct;

  private SortedColumns(float[][] values, int[][] order) {
    this.values = values;
    this.order = order;
    this.distinct = distinct();
  }

  static SortedColumns of(TrainingSet set) {
    int p = set.columns().length;
    float[][] values = new float[p][set.rows()];
    int[][] order = new int[p][];
    for (int j = 0; j < p; j++) {
      for (int i = 0; i < set.rows(); i++) {
        values[j][i] = (float) set.columns()[j][i];
      }
      order[j] = order(values[j]);
    }
    return new SortedColumns(values, order);
  }

  /** Rows by value, equal ones in their own order: value and row sorted as one number. */
  private static int[] order(float[] column) {
    long[] keys = new long[column.length];
    for (int i = 0; i < keys.length; i++) {
      int bits = Float.floatToIntBits(column[i] + 0f);
      int rising = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      keys[i] = ((long) rising << Integer.SIZE) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  private int[] distinct() {
    List<Integer> kept = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      int column = j;
      if (kept.stream().noneMatch(other -> offerTheSameSplits(column, other))) {
        kept.add(j);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean offerTheSameSplits(int one, int other) {
    if (!Arrays.equals(order[one], order[other])) {
      return false;
    }
    for (int i = 1; i < order[one].length; i++) {
      int row = order[one][i];
      int before = order[one][i - 1];
      boolean splits = apart(values[one][before], values[one][row]);
      boolean equal = values[one][before] == values[one][row];
      boolean otherEqual = values[other][before] == values[other][row];
      if (equal != otherEqual || splits != apart(values[other][before], values[other][row])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a split may lie between two values, the smaller one first. */
  static boolean apart(float smaller, float larger) {
    return larger > smaller + SAME;
  }

  int columns() {
    return values.length;
  }

  int rows() {
    return order[0].length;
  }

  /** The columns that are worth asking, in their order. */
  int[] distinctColumns() {
    return distinct;
  }

  float[] values(int column) {
    return values[column];
  }

  float value(int column, int row) {
    return values[column][row];
  }

  /** Rows in the order of a column. */
  int[] order(int column) {
    return order[column];
  }
}
