package io.podflow.models;

/** What was learned from a training set. Immutable. */
public interface Model {

  /**
   * The label that the model expects.
   *
   * @param features in the order of the training set's columns, all of them numbers
   */
  double forecast(double[] features);

  /**
   * By column: its coefficient, or its importance of at least 0, in which case all importances sum
   * to 1 unless the model has learned nothing.
   */
  double[] weights();
}
