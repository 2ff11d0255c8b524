package io.podflow.models.boosting;

import io.podflow.models.Model;

/**
 * A model with the forecast start + rate · Σ values of trees.
 *
 * @param weights one per column: the fraction of the total reduction of the squared error by splits
 *     on the column
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
record BoostedTrees(
    double start, double rate, Tree[] trees, SplitPrecision precision, double[] weights)
    implements Model {

  @Override
  public double forecast(double[] features) {
    double[] held = new double[features.length];
    for (int j = 0; j < held.length; j++) {
      held[j] = precision.held(features[j]);
    }
    double sum = start;
    for (Tree tree : trees) {
      sum += rate * tree.value(held, precision);
    }
    return sum;
  }
}
