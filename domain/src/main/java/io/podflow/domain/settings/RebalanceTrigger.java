package io.podflow.domain.settings;

/** What makes a capital rebalance due (L4): days passed, drift of a pod's share, or either. */
public enum RebalanceTrigger {
  CALENDAR(true, false),
  THRESHOLD(false, true),
  HYBRID(true, true);

  private final boolean calendar;
  private final boolean drift;

  RebalanceTrigger(boolean calendar, boolean drift) {
    this.calendar = calendar;
    this.drift = drift;
  }

  public boolean byCalendar() {
    return calendar;
  }

  public boolean byDrift() {
    return drift;
  }
}
