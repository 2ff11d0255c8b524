package io.podflow.domain.settings;

/**
 * How a breach counts: of a pod's limit of its risk share (decision CA6), or of the threshold of
 * correlation (decision EV3).
 */
public enum BreachSeverity {
  WARNING,
  CRITICAL
}
