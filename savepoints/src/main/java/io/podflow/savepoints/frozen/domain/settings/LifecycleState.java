package io.podflow.savepoints.frozen.domain.settings;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum LifecycleState {
  INCUBATION,
  PRODUCTION,
  WARNING,
  PROBATION,
  RETIRED
}
