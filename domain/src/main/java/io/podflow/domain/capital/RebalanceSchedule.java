package io.podflow.domain.capital;

import io.podflow.domain.metrics.Thresholds;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.RebalanceTrigger;
import org.jspecify.annotations.Nullable;

/**
 * When capital is shared anew (requirement L4). Asked once per UTC day (decision CA1).
 *
 * <p>A retirement makes a rebalance due whatever the trigger, and so does never having had one
 * (FP20); else days passed or drift do, as configured.
 */
public final class RebalanceSchedule {

  /** The last rebalance day of a portfolio that never had one. */
  public static final long NEVER = Long.MIN_VALUE;

  public static final String RETIREMENT = "retirement";
  public static final String CONFIGURATION = "configuration";
  public static final String CALENDAR = "calendar";
  public static final String THRESHOLD = "threshold";

  private final RebalanceTrigger trigger;
  private final int calendarDays;
  private final double driftThreshold;

  public RebalanceSchedule(OrchestratorSettings settings) {
    this.trigger = settings.rebalanceTrigger();
    this.calendarDays = settings.rebalanceCalendarDays();
    this.driftThreshold = settings.rebalanceDriftThreshold();
  }

  /**
   * Why a rebalance is due on a day, or null when none is.
   *
   * @param day UTC day, counted from any fixed one
   * @param lastRebalanceDay the same for the last rebalance, applied or not; {@link #NEVER}
   * @param retiredToday whether a pod became RETIRED on this day
   * @param shares each pod's capital over equity, in configured order
   * @param lastFractions each pod's fraction after the last rebalance
   */
  public @Nullable String due(
      long day,
      long lastRebalanceDay,
      boolean retiredToday,
      LifecycleState[] states,
      double[] shares,
      double[] lastFractions) {
    if (retiredToday) {
      return RETIREMENT;
    }
    if (lastRebalanceDay == NEVER
        || (trigger.byCalendar() && day - lastRebalanceDay >= calendarDays)) {
      return CALENDAR;
    }
    return trigger.byDrift() && hasDrifted(states, shares, lastFractions) ? THRESHOLD : null;
  }

  private boolean hasDrifted(LifecycleState[] states, double[] shares, double[] lastFractions) {
    for (int i = 0; i < states.length; i++) {
      if (states[i].isActive()
          && Thresholds.isAbove(Math.abs(shares[i] - lastFractions[i]), driftThreshold)) {
        return true;
      }
    }
    return false;
  }
}
