package io.podflow.domain.lifecycle;

import io.podflow.domain.metrics.Performance;

/**
 * What the monitors remember of a pod. Kept in keyed state as it stands; only {@link Monitors} and
 * {@link #add} change it.
 */
public final class MonitorState {

  public Performance performance = new Performance();

  /** Days since the account was last at its peak. */
  public int daysBelowPeak;

  public AlertLevel drawdown = AlertLevel.NORMAL;
  public AlertLevel drift = AlertLevel.NORMAL;
  public AlertLevel decay = AlertLevel.NORMAL;

  /** Counts a day's return, a fraction. */
  void add(double dailyReturn) {
    performance.add(dailyReturn);
    daysBelowPeak = performance.index >= performance.peak ? 0 : daysBelowPeak + 1;
  }
}
