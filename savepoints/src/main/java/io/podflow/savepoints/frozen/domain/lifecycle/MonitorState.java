package io.podflow.savepoints.frozen.domain.lifecycle;

import io.podflow.savepoints.frozen.domain.metrics.Performance;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class MonitorState {
  public Performance performance = new Performance();
  public int daysBelowPeak;
  public AlertLevel drawdown = AlertLevel.NORMAL;
  public AlertLevel drift = AlertLevel.NORMAL;
  public AlertLevel decay = AlertLevel.NORMAL;
}
