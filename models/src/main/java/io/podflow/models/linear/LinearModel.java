package io.podflow.models.linear;

import io.podflow.models.Model;

/**
 * A model with the forecast intercept + Σ coefficient · feature.
 *
 * @param intercept in the unit of the label
 * @param weights coefficients, one per column, in units of the label per unit of the feature
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
record LinearModel(double intercept, double[] weights) implements Model {

  @Override
  public double forecast(double[] features) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += features[j] * weights[j];
    }
    return sum + intercept;
  }
}
