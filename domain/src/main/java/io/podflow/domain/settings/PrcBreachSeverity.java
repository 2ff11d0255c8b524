package io.podflow.domain.settings;

/** How a pod's risk share above its limit counts (decision CA6). */
public enum PrcBreachSeverity {
  WARNING,
  CRITICAL
}
