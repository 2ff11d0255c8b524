package io.podflow.domain.settings;

/** How capital is shared between pods (L1). The label is the constant's name in lower case. */
public enum CapitalMethod {
  EQUAL_WEIGHT,
  INVERSE_VOLATILITY,
  RISK_PARITY,
  ADAPTIVE_KELLY,
  ROLLING_SHARPE
}
