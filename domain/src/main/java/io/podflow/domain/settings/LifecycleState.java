package io.podflow.domain.settings;

/** Where a pod stands between its first trade and its end (L3). */
public enum LifecycleState {
  INCUBATION(30),
  PRODUCTION(180),
  WARNING(120),
  PROBATION(60),
  RETIRED(0);

  private final int assumedLiveDays;

  LifecycleState(int assumedLiveDays) {
    this.assumedLiveDays = assumedLiveDays;
  }

  /** Whether the pod may hold capital. */
  public boolean isActive() {
    return this != RETIRED;
  }

  /**
   * Days of track record to assume for a pod whose age is not known, as after an import
   * (docs/decisions.md, "Capital between pods", heuristic of adaptive Kelly).
   */
  public int assumedLiveDays() {
    return assumedLiveDays;
  }
}
