package io.podflow.models.feature;

import io.podflow.api.BarSeries;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Computes one feature at the last bars of a series. */
interface FeatureColumn {

  /**
   * The feature's values, one per bar, oldest first; NaN where the feature is undefined or there is
   * no bar.
   *
   * @param rows number of values, ending with the newest bar
   */
  double[] of(BarSeries bars, int rows);

  /** A feature of a window of bars that ends with the bar of the value. */
  static FeatureColumn windowed(Windowed feature) {
    return (bars, rows) -> {
      double[] values = new double[rows];
      for (int ago = 0; ago < rows; ago++) {
        values[rows - 1 - ago] = ago < bars.size() ? feature.of(bars, ago) : Double.NaN;
      }
      return values;
    };
  }

  /**
   * A feature that depends on all bars of the series, from the oldest on.
   *
   * @param feature makes a new indicator for every series; the function adds the bar {@code ago} to
   *     the indicator and returns the value after that bar
   */
  static FeatureColumn recursive(Recursive feature) {
    return (bars, rows) -> {
      double[] values = new double[rows];
      Arrays.fill(values, Double.NaN);
      IntToDoubleFunction step = feature.over(bars);
      for (int ago = bars.size() - 1; ago >= 0; ago--) {
        double value = step.applyAsDouble(ago);
        if (ago < rows) {
          values[rows - 1 - ago] = value;
        }
      }
      return values;
    };
  }

  /** Computes the value at the bar {@code ago}; 0 is the newest bar. */
  interface Windowed {
    double of(BarSeries bars, int ago);
  }

  /** Makes an indicator that takes the bars one by one, oldest first. */
  interface Recursive {
    IntToDoubleFunction over(BarSeries bars);
  }
}
