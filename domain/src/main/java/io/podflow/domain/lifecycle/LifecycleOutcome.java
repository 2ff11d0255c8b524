package io.podflow.domain.lifecycle;

import io.podflow.domain.settings.LifecycleState;
import java.util.List;

/**
 * What a day has made of a pod.
 *
 * @param before state at the start of the day
 * @param after state from the end of the day on
 * @param reason why the state has changed, empty when it has not
 * @param detectorScore that the day was judged by, in daily volatilities (returns when not
 *     standardised)
 * @param alerts what has changed its level, drawdown first
 * @param monitors figures that are reported and decide nothing
 */
public record LifecycleOutcome(
    LifecycleState before,
    LifecycleState after,
    String reason,
    double detectorScore,
    List<PodAlert> alerts,
    MonitorReport monitors) {

  /** Nothing happens to a pod that has not begun or has ended. */
  static LifecycleOutcome idle(PodLife life) {
    return new LifecycleOutcome(
        life.state, life.state, "", life.detector.score(), List.of(), MonitorReport.NONE);
  }

  public boolean hasChangedState() {
    return before != after;
  }

  /** Whether the pod has ended today, which makes a rebalance due (decision FP20). */
  public boolean hasRetired() {
    return hasChangedState() && after == LifecycleState.RETIRED;
  }
}
