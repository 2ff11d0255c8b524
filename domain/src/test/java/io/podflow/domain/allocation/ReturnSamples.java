package io.podflow.domain.allocation;

import io.podflow.domain.metrics.ReturnWindow;
import java.util.Arrays;
import java.util.Random;

/** Made-up returns with a common factor, and what follows from them. */
public final class ReturnSamples {

  private ReturnSamples() {}

  /**
   * Returns by series.
   *
   * @param factor strength of the common factor, 0 for independent series
   * @param spread ratio of the largest to the smallest volatility, at most
   */
  public static double[][] series(Random random, int n, int length, double factor, double spread) {
    double[] common = random.doubles(length, -1, 1).toArray();
    double[][] series = new double[n][length];
    for (double[] returns : series) {
      double volatility = 1e-4 * Math.pow(spread, random.nextDouble());
      double beta = factor * (0.5 + random.nextDouble());
      Arrays.setAll(
          returns, day -> volatility * (beta * common[day] + random.nextGaussian()) + 1e-5);
    }
    return series;
  }

  public static double[][] covariance(
      Random random, int n, int length, double factor, double spread) {
    return SampleCovariance.of(series(random, n, length, factor, spread));
  }

  public static ReturnWindow window(double[] returns) {
    ReturnWindow window = new ReturnWindow(Math.max(1, returns.length));
    for (double value : returns) {
      window.add(value);
    }
    return window;
  }

  /** Largest difference between risk contributions, relative to the largest of them. */
  public static double inequality(double[][] covariance, double[] weights) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      double marginal = 0;
      for (int j = 0; j < weights.length; j++) {
        marginal += covariance[i][j] * weights[j];
      }
      lowest = Math.min(lowest, weights[i] * marginal);
      highest = Math.max(highest, weights[i] * marginal);
    }
    return (highest - lowest) / highest;
  }

  /** The elements of {@code values} in the order of {@code order}. */
  public static double[] reordered(double[] values, int[] order) {
    double[] result = new double[order.length];
    Arrays.setAll(result, i -> values[order[i]]);
    return result;
  }
}
