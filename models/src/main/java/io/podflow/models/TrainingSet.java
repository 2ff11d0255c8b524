package io.podflow.models;

/**
 * The features and labels that a model is fitted to, without NaN.
 *
 * @param columns {@code columns[feature][row]}, oldest row first
 * @param labels one per row
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
public record TrainingSet(double[][] columns, double[] labels) {

  public int rows() {
    return labels.length;
  }

  public double meanLabel() {
    return mean(labels);
  }

  /** The mean of a column, summed in the order of the rows. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
