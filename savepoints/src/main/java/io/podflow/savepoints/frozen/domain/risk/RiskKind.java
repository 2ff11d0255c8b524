package io.podflow.savepoints.frozen.domain.risk;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum RiskKind {
  GROSS_LEVERAGE,
  PORTFOLIO_DRAWDOWN,
  DAILY_LOSS,
  PORTFOLIO_VOLATILITY,
  SINGLE_POD_RISK,
  CORRELATION_STRESS,
  ASSET_CORRELATION_STRESS,
  NETTING_OFFSET
}
