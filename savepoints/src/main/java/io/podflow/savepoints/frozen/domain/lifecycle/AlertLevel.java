package io.podflow.savepoints.frozen.domain.lifecycle;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum AlertLevel {
  NORMAL,
  WARNING,
  CRITICAL
}
