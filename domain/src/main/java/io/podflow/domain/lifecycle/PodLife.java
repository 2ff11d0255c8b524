package io.podflow.domain.lifecycle;

import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.LifecycleState;

/**
 * What the lifecycle remembers of a pod from day to day. Kept in keyed state as it stands; only
 * {@link PodLifecycle} changes it. Days are UTC days counted from 1970-01-01.
 */
public final class PodLife {

  /** {@link #firstDay} of a pod without a daily return. */
  public static final long NOT_BEGUN = Long.MIN_VALUE;

  public LifecycleState state = LifecycleState.INCUBATION;

  /** Day of the first daily return, or {@link #NOT_BEGUN}. */
  public long firstDay = NOT_BEGUN;

  /** Day at whose end the state was entered; the day before the first for the initial one. */
  public long enteredDay = NOT_BEGUN;

  /** Daily returns so far. */
  public int returnCount;

  public PageHinkley detector = new PageHinkley();

  /** Returns other than 0, for the detector's volatility. */
  public ReturnWindow moved = DegradationDetector.emptyWindow();

  /** Returns of all days, for figures that look back. */
  public ReturnWindow returns = Monitors.emptyWindow();

  public LossMonths lossMonths = new LossMonths();

  /** How far the drawdown alert has risen. */
  public AlertLevel drawdownLevel = AlertLevel.NORMAL;

  public MonitorState monitors = new MonitorState();

  /** Whole days in the state at the end of a day. */
  long daysInState(long day) {
    return day - enteredDay;
  }

  boolean hasBegun() {
    return firstDay != NOT_BEGUN;
  }
}
