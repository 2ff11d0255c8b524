package io.podflow.models.trend;

import io.podflow.api.BarSeries;
import io.podflow.models.TrainingSet;
import io.podflow.models.feature.FeatureSet;
import io.podflow.models.feature.FeatureUnits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The training rows at a close t (docs/strategies.md, decision SG3): the bars t − W to t − H, whose
 * label, the return over the next H bars as a fraction, is known at t.
 */
final class TrainingWindow {

  /** No model is fitted to fewer rows. */
  static final int ENOUGH_ROWS = 30;

  private TrainingWindow() {}

  /**
   * The rows with all features and a label, oldest first; null when fewer than {@link
   * #ENOUGH_ROWS}.
   *
   * @param bars up to and including t
   */
  static @Nullable TrainingSet of(
      BarSeries bars, FeatureSet features, FeatureUnits units, int window, int horizon) {
    double[][] columns = features.columns(bars, window + 1, units);
    int[] rows = new int[window];
    double[] labels = new double[window];
    int count = 0;
    for (int ago = window; ago >= horizon; ago--) {
      int row = window - ago;
      double label = label(bars, ago, horizon);
      if (!Double.isNaN(label) && isComplete(columns, row)) {
        rows[count] = row;
        labels[count] = label;
        count++;
      }
    }
    return count < ENOUGH_ROWS ? null : selected(columns, Arrays.copyOf(rows, count), labels);
  }

  private static double label(BarSeries bars, int ago, int horizon) {
    if (ago >= bars.size() || bars.close(ago) == 0) {
      return Double.NaN;
    }
    return bars.close(ago - horizon) / bars.close(ago) - 1;
  }

  private static boolean isComplete(double[][] columns, int row) {
    for (double[] column : columns) {
      if (Double.isNaN(column[row])) {
        return false;
      }
    }
    return true;
  }

  private static TrainingSet selected(double[][] columns, int[] rows, double[] labels) {
    double[][] selected = new double[columns.length][rows.length];
    for (int j = 0; j < selected.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        selected[j][i] = columns[j][rows[i]];
      }
    }
    return new TrainingSet(selected, Arrays.copyOf(labels, rows.length));
  }
}
