package io.podflow.domain.pod;

import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.settings.PodSettings;
import java.util.Arrays;

/**
 * The targets of a close: signal times weight times multiplier, within the pod's leverage cap (C1,
 * C2), held down where the symbol is halted (EV2).
 */
final class TargetStep {

  private final boolean allocates;
  private final int rampSteps;
  private final Exposure exposure;
  private final LeverageCap leverageCap;
  private final HaltedSymbols haltedSymbols;
  private final Presence presence;

  TargetStep(PodSettings settings, HaltedSymbols haltedSymbols, Presence presence) {
    this.allocates = settings.assetAllocation() != null;
    this.rampSteps = settings.scoring().rampSteps();
    this.exposure = new Exposure(settings.exposureBasis(), settings.symbols().size());
    this.leverageCap = new LeverageCap(settings.maxLeverage());
    this.haltedSymbols = haltedSymbols;
    this.presence = presence;
  }

  /**
   * Sets the targets of the symbols with a bar at this close.
   *
   * @param heldAtZero by position: whether a stop holds the symbol's signal at 0
   * @param excluded by position: whether the selector has taken the symbol out at once
   * @return what the targets are made of; of a symbol without a bar what it was, or that it is
   *     stale
   */
  TargetFactors[] aim(PodState state, Snapshot now, boolean[] heldAtZero, boolean[] excluded) {
    double[] standing = state.targets.clone();
    double[] signals = new double[standing.length];
    if (state.ruined) {
      return leaveAll(state);
    }
    for (int i = 0; i < signals.length; i++) {
      if (now.present()[i]) {
        double multiplier = state.machines[i].multiplier(rampSteps);
        signals[i] = heldAtZero[i] ? 0 : now.signal()[i];
        state.targets[i] =
            allocates
                ? exposure.allocated(signals[i], state.weights[i], multiplier)
                : exposure.unallocated(signals[i], multiplier);
      }
    }
    double capScale = leverageCap.apply(state.targets, now.present());
    Aim aim = haltedSymbols.hold(state.halted, now.present(), standing, state.targets, signals);
    TargetFactors[] factors = new TargetFactors[signals.length];
    for (int i = 0; i < signals.length; i++) {
      if (now.present()[i]) {
        state.held[i].aim(state.targets[i]);
        factors[i] =
            new TargetFactors(
                aim.signal()[i],
                exposure.factor(allocates ? state.weights[i] : Double.NaN),
                state.machines[i].multiplier(rampSteps),
                capScale,
                heldAtZero[i],
                aim.halted()[i],
                aim.wanted()[i],
                heldAtZero[i] || excluded[i]);
      } else {
        factors[i] = absent(state, i);
      }
    }
    return factors;
  }

  /** A ruined pod wants nothing, of symbols without a bar neither. */
  private static TargetFactors[] leaveAll(PodState state) {
    Arrays.fill(state.targets, 0);
    for (HeldPosition held : state.held) {
      held.leave();
    }
    TargetFactors[] factors = new TargetFactors[state.targets.length];
    Arrays.fill(factors, TargetFactors.ofRuin());
    return factors;
  }

  private TargetFactors absent(PodState state, int i) {
    TargetFactors last = i < state.factors.length ? state.factors[i] : null;
    TargetFactors known = last == null ? TargetFactors.of(state.targets[i]) : last;
    return presence.turnsStale(state, i) ? known.stale() : known.unforced();
  }
}
