package io.podflow.savepoints.frozen.domain.journal;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL
}
