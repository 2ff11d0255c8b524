package io.podflow.models.boosting;

import io.podflow.models.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A training set prepared for growing trees: feature values in the split precision, and for every
 * feature the rows sorted by value.
 *
 * <p>Features that order the rows alike, equal values included, offer the same splits: rate of
 * change and momentum do, and %R and stochastic K. Only the first of such features is scanned; a
 * tie between such features would go to the first anyway.
 */
final class SortedColumns {

  private final SplitPrecision precision;
  private final double[][] values;
  private final int[][] order;
  private final int[] distinct;

  private SortedColumns(SplitPrecision precision, double[][] values, int[][] order) {
    this.precision = precision;
    this.values = values;
    this.order = order;
    this.distinct = distinct();
  }

  static SortedColumns of(TrainingSet set, SplitPrecision precision) {
    int p = set.columns().length;
    double[][] values = new double[p][set.rows()];
    int[][] order = new int[p][];
    for (int j = 0; j < p; j++) {
      for (int i = 0; i < set.rows(); i++) {
        // adding 0.0 turns -0.0 into 0.0
        values[j][i] = precision.held(set.columns()[j][i]) + 0.0;
      }
      order[j] = order(values[j]);
    }
    return new SortedColumns(precision, values, order);
  }

  /** Rows sorted by value, rows of equal value in their original order. */
  private static int[] order(double[] column) {
    Integer[] rows = new Integer[column.length];
    Arrays.setAll(rows, i -> i);
    Arrays.sort(rows, Comparator.comparingDouble(row -> column[row]));
    return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
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
      boolean splits = precision.apart(values[one][before], values[one][row]);
      boolean equal = values[one][before] == values[one][row];
      boolean otherEqual = values[other][before] == values[other][row];
      if (equal != otherEqual
          || splits != precision.apart(values[other][before], values[other][row])) {
        return false;
      }
    }
    return true;
  }

  /** The precision of comparisons of values. */
  SplitPrecision precision() {
    return precision;
  }

  int columns() {
    return values.length;
  }

  int rows() {
    return order[0].length;
  }

  /** The columns to scan for splits, ascending, without columns that offer the same splits. */
  int[] distinctColumns() {
    return distinct;
  }

  double[] values(int column) {
    return values[column];
  }

  double value(int column, int row) {
    return values[column][row];
  }

  /** Rows sorted by the values of a column, ascending. */
  int[] order(int column) {
    return order[column];
  }
}
