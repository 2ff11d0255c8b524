package io.podflow.domain.settings;

/** The covariance estimator of risk parity and Kelly (decision CA10). */
public enum Covariance {
  SAMPLE,
  LEDOIT_WOLF
}
