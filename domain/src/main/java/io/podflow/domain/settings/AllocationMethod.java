package io.podflow.domain.settings;

/** How weights are shared inside a pod (L2). The label is the constant's name in lower case. */
public enum AllocationMethod {
  EQUAL_WEIGHT,
  INVERSE_VOLATILITY,
  RISK_PARITY,
  SIGNAL_WEIGHTED,
  DUAL_MOMENTUM
}
