package io.podflow.domain.settings;

/** What a difference to the exchange's books leads to. */
public enum ReconcilePolicy {
  REPORT,
  ADOPT,
  HALT
}
