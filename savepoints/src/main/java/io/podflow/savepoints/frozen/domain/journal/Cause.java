package io.podflow.savepoints.frozen.domain.journal;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum Cause {
  STOP,
  SELECTOR,
  LIFECYCLE,
  RISK,
  LEVERAGE,
  ORPHAN,
  STALE,
  RECONCILE,
  HALT,
  SIGNAL,
  WEIGHT,
  REBALANCE,
  DRIFT
}
