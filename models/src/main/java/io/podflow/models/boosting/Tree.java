package io.podflow.models.boosting;

/**
 * A binary tree in arrays: the root is node 1, the children of node k are 2k and 2k + 1.
 *
 * @param feature by node: the column that is asked about, {@link #LEAF} for none
 * @param threshold by node: values up to it go to the left
 * @param values by node: mean residual of the rows in it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
record Tree(int[] feature, double[] threshold, double[] values) {

  static final int LEAF = -1;

  double value(double[] features, SplitPrecision precision) {
    int node = 1;
    while (feature[node] != LEAF) {
      node = 2 * node + (precision.isAbove(features[feature[node]], threshold[node]) ? 1 : 0);
    }
    return values[node];
  }

  double valueOfRow(SortedColumns columns, int row) {
    int node = 1;
    while (feature[node] != LEAF) {
      double value = columns.value(feature[node], row);
      node = 2 * node + (columns.precision().isAbove(value, threshold[node]) ? 1 : 0);
    }
    return values[node];
  }
}
