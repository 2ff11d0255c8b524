package io.podflow.savepoints.frozen.domain.lifecycle;

import io.podflow.savepoints.frozen.domain.metrics.ReturnWindow;
import io.podflow.savepoints.frozen.domain.settings.LifecycleState;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class PodLife {
  public LifecycleState state = LifecycleState.INCUBATION;
  public long firstDay = Long.MIN_VALUE;
  public long enteredDay = Long.MIN_VALUE;
  public int returnCount;
  public PageHinkley detector = new PageHinkley();
  public ReturnWindow moved = ReturnWindow.of(60);
  public ReturnWindow returns = ReturnWindow.of(310);
  public LossMonths lossMonths = new LossMonths();
  public AlertLevel drawdownLevel = AlertLevel.NORMAL;
  public MonitorState monitors = new MonitorState();
}
