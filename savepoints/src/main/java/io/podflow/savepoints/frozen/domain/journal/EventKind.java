package io.podflow.savepoints.frozen.domain.journal;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum EventKind {
  SELECTOR,
  LIFECYCLE,
  REBALANCE,
  RISK,
  ORDER,
  DATA,
  CONFIG,
  ORPHAN,
  IDLE,
  RUIN,
  UNSENT
}
