package io.podflow.domain.lifecycle;

/** What the {@link TransitionTable} asks about a pod; {@link Conditions} has the answers. */
enum Condition {
  /** The pod's own account is used up (decision RU1). */
  RUINED,

  /** The deepest drawdown has reached {@code retirement.max_drawdown_breach}. */
  DRAWDOWN_BREACHED,

  /** As many 30-day losses in a row as {@code retirement.consecutive_loss_months}. */
  LOSS_MONTHS_REACHED,

  /** Everything that {@code graduation} asks for. */
  GRADUATES,

  /** {@code graduation.max_incubation_days} have passed in the state. */
  INCUBATION_OVER,

  /** None of the pod's symbols may trade (requirement D1). */
  ALL_EXCLUDED,

  /** The detector fires on the day's return. */
  DEGRADED,

  /** The Sharpe ratio of the last 90 days is below {@code retirement.rolling_sharpe_floor}. */
  BELOW_SHARPE_FLOOR,

  /** Five days have passed, the detector has calmed down, and some symbol may trade. */
  RECOVERED,

  /** 30 days have passed in the state. */
  WARNING_OVER,

  /** The Sharpe ratio would graduate, the detector is silent, and some symbol may trade. */
  REHABILITATED,

  /** {@code retirement.probation_days} have passed in the state. */
  PROBATION_OVER
}
