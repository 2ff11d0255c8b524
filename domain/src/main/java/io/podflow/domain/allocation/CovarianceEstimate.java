package io.podflow.domain.allocation;

import io.podflow.domain.settings.Covariance;

/** The covariance of return series by the configured estimator (decision CA10). */
public final class CovarianceEstimate {

  private CovarianceEstimate() {}

  /**
   * A symmetric, positive semidefinite matrix, not annualised.
   *
   * @param series one series per holding, aligned, of the same length of at least 2
   */
  public static double[][] of(Covariance estimator, double[][] series) {
    return switch (estimator) {
      case SAMPLE -> SampleCovariance.of(series);
      case LEDOIT_WOLF -> LedoitWolf.of(series);
    };
  }
}
