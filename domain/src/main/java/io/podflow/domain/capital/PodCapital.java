package io.podflow.domain.capital;

import io.podflow.domain.settings.LifecycleState;

/**
 * What the allocation of capital has to know about one pod.
 *
 * @param initialFraction share of equity at the start, and the most an incubating pod gets
 * @param minFraction smallest share of equity while active
 * @param maxFraction largest share of equity
 * @param state where the pod stands in its life
 * @param liveDays days of track record, negative when not known
 * @param currentDrawdown fall of the pod's account from its peak, a positive fraction
 */
public record PodCapital(
    double initialFraction,
    double minFraction,
    double maxFraction,
    LifecycleState state,
    int liveDays,
    double currentDrawdown) {

  private static final double WARNING_SHARE = 0.5;

  public boolean isActive() {
    return state.isActive();
  }

  /** What the state of the pod leaves of a weight (docs/decisions.md, "Capital between pods"). */
  double clamp(double weight) {
    return switch (state) {
      case INCUBATION -> Math.min(weight, initialFraction);
      case PRODUCTION -> bounded(weight);
      case WARNING -> bounded(WARNING_SHARE * weight);
      case PROBATION -> minFraction;
      case RETIRED -> 0;
    };
  }

  /** The largest share of equity that the state of the pod allows. */
  double ceiling() {
    return switch (state) {
      case INCUBATION -> initialFraction;
      case PRODUCTION, WARNING -> maxFraction;
      case PROBATION -> minFraction;
      case RETIRED -> 0;
    };
  }

  /** Days of track record, or what the state lets us assume where they are not known. */
  int knownOrAssumedLiveDays() {
    return liveDays < 0 ? state.assumedLiveDays() : liveDays;
  }

  private double bounded(double weight) {
    return Math.min(maxFraction, Math.max(minFraction, weight));
  }
}
