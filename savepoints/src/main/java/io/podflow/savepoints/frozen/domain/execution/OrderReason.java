package io.podflow.savepoints.frozen.domain.execution;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum OrderReason {
  TARGET,
  CLOSE,
  STALE,
  ORPHAN
}
