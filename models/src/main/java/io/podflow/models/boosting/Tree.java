package io.podflow.models.boosting;

/**
 * A binary tree in arrays: the root is node 1, the children of node k are 2k and 2k + 1.
 *
 * @param feature one per node: column of the split, or {@link #LEAF}
 * @param threshold one per node: feature values up to the threshold go to the left child
 * @param values one per node: mean residual of the rows in the node
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
