package io.podflow.models.feature;

import io.podflow.api.BarSeries;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** One feature at the last bars of a series. */
interface FeatureColumn {

  /**
   * The feature's values, oldest first; NaN where it is undefined or there is no bar.
   *
   * @param rows how many, ending with the newest bar
   */
  double[] of(BarSeries bars, int rows);

  /** A feature of a window that ends with its bar. */
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
   * A feature that depends on all bars that are kept, from the oldest on.
   *
   * @param feature a fresh indicator for every series; its function takes in the bar {@code ago}
   *     and returns the value after it
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

  /** The value at one bar. */
  interface Windowed {
    double of(BarSeries bars, int ago);
  }

  /** The indicator that is fed bar by bar. */
  interface Recursive {
    IntToDoubleFunction over(BarSeries bars);
  }
}
