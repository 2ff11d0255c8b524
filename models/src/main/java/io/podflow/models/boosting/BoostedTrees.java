package io.podflow.models.boosting;

import io.podflow.models.Model;

/**
 * start + rate · Σ trees.
 *
 * @param weights by column: its part of all that splits have taken off the squared error
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
record BoostedTrees(double start, double rate, Tree[] trees, double[] weights) implements Model {

  @Override
  public double forecast(double[] features) {
    float[] rounded = new float[features.length];
    for (int j = 0; j < rounded.length; j++) {
      rounded[j] = (float) features[j];
    }
    double sum = start;
    for (Tree tree : trees) {
      sum += rate * tree.value(rounded);
    }
    return sum;
  }
}
