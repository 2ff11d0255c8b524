package io.podflow.models;

/**
 * What a model is fitted to. Every number is one; nothing is missing.
 *
 * @param columns by feature, then row, oldest row first
 * @param labels by row
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
public record TrainingSet(double[][] columns, double[] labels) {

  public int rows() {
    return labels.length;
  }

  public double meanLabel() {
    return mean(labels);
  }

  /** The mean of a column, added up in the order of the rows. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
