package io.podflow.domain.risk;

import io.podflow.domain.allocation.SampleCovariance;
import java.util.Arrays;

/**
 * Mean correlation, the sign that what was meant to be spread moves as one (orchestration.md §8).
 * NaN where there is too little to say.
 */
public final class CorrelationStress {

  /** Fewer daily returns than this say nothing about pods. */
  private static final int ENOUGH_RETURNS = 3;

  /** A symbol with fewer returns than this is left out, as wherever histories are judged (PO3). */
  private static final int ENOUGH_OF_A_SYMBOL = 10;

  /** A variance up to this is rounding: a constant has no correlation. */
  private static final double NO_VARIANCE = 1e-24;

  private CorrelationStress() {}

  /**
   * Mean off-diagonal correlation between pods; pods of constant returns are left out.
   *
   * @param returns by pod, then day; all of the same length
   */
  public static double ofPods(double[][] returns) {
    if (returns.length < 2 || returns[0].length < ENOUGH_RETURNS) {
      return Double.NaN;
    }
    return mean(SampleCovariance.of(returns));
  }

  /**
   * Mean off-diagonal correlation between the returns of symbols, over the days that all histories
   * cover. Short histories are left out. One that is constant makes the result NaN: prices that
   * stand still say that something is wrong with them, not how the others move together.
   *
   * @param closes by symbol, then day, oldest first; all end on the same day
   */
  public static double ofCloses(double[][] closes) {
    double[][] known =
        Arrays.stream(closes)
            .filter(history -> history.length > ENOUGH_OF_A_SYMBOL)
            .toArray(double[][]::new);
    if (known.length < 2) {
      return Double.NaN;
    }
    int days = Arrays.stream(known).mapToInt(history -> history.length).min().orElseThrow();
    double[][] covariance =
        SampleCovariance.of(
            Arrays.stream(known).map(history -> returns(history, days)).toArray(double[][]::new));
    for (int i = 0; i < covariance.length; i++) {
      if (covariance[i][i] <= NO_VARIANCE) {
        return Double.NaN;
      }
    }
    return mean(covariance);
  }

  private static double[] returns(double[] closes, int days) {
    double[] returns = new double[days - 1];
    int from = closes.length - days;
    for (int i = 0; i < returns.length; i++) {
      returns[i] = closes[from + i + 1] / closes[from + i] - 1;
    }
    return returns;
  }

  private static double mean(double[][] covariance) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < i; j++) {
        if (covariance[i][i] > NO_VARIANCE && covariance[j][j] > NO_VARIANCE) {
          sum += covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }
}
