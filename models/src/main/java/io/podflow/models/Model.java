package io.podflow.models;

/** A model fitted to a training set. Immutable. */
public interface Model {

  /**
   * The label that the model forecasts, in the unit of the labels.
   *
   * @param features one per column, in the order of the training set's columns, never NaN
   */
  double forecast(double[] features);

  /**
   * One weight per column: the coefficient, or the importance, which is 0 or more. All importances
   * sum to 1, or are all 0 when the model has no split.
   */
  double[] weights();
}
