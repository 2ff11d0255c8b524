package io.podflow.domain.allocation;

import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.Covariance;
import java.util.Arrays;

/** The methods of requirement L2 that have bounds, each as the raw weights that it asks for. */
enum Weighting {
  EQUAL_WEIGHT(false) {
    @Override
    double[] raw(double[][] series, double[] strengths, Covariance covariance, double[] floors) {
      return EqualWeight.of(strengths.length);
    }
  },

  INVERSE_VOLATILITY(true) {
    @Override
    double[] raw(double[][] series, double[] strengths, Covariance covariance, double[] floors) {
      double[] deviations =
          Arrays.stream(series).mapToDouble(ReturnMetrics::standardDeviation).toArray();
      return InverseVolatility.weights(deviations, floors);
    }
  },

  RISK_PARITY(true) {
    @Override
    double[] raw(double[][] series, double[] strengths, Covariance covariance, double[] floors) {
      double[][] risk = CovarianceEstimate.of(covariance, aligned(series));
      VolatilityFloor.raise(risk, floors);
      return RiskParity.weights(SampleCovariance.withDispersion(risk));
    }
  },

  SIGNAL_WEIGHTED(false) {
    @Override
    double[] raw(double[][] series, double[] strengths, Covariance covariance, double[] floors) {
      double sum = 0;
      for (double strength : strengths) {
        sum += Math.abs(strength);
      }
      if (sum == 0) {
        return EqualWeight.of(strengths.length);
      }
      double[] raw = new double[strengths.length];
      for (int i = 0; i < raw.length; i++) {
        raw[i] = Math.abs(strengths[i]) / sum;
      }
      return raw;
    }
  };

  private final boolean readsHistory;

  Weighting(boolean readsHistory) {
    this.readsHistory = readsHistory;
  }

  static Weighting of(AllocationMethod method) {
    return valueOf(method.name());
  }

  /** Whether the method needs returns, so that symbols without enough of them stand aside. */
  boolean readsHistory() {
    return readsHistory;
  }

  /**
   * Raw weights that sum to 1, for at least one symbol.
   *
   * @param series returns by symbol, oldest first, cut to the look-back; lengths may differ
   * @param strengths signal by symbol, the sign ignored; gives the number of symbols
   * @param covariance estimator for a method that needs one
   * @param floors least standard deviation of each symbol, of {@link VolatilityFloor#of}
   */
  abstract double[] raw(
      double[][] series, double[] strengths, Covariance covariance, double[] floors);

  /** The newest returns that all series have. */
  private static double[][] aligned(double[][] series) {
    int common = Integer.MAX_VALUE;
    for (double[] returns : series) {
      common = Math.min(common, returns.length);
    }
    double[][] aligned = new double[series.length][];
    for (int i = 0; i < series.length; i++) {
      aligned[i] = Arrays.copyOfRange(series[i], series[i].length - common, series[i].length);
    }
    return aligned;
  }
}
