package io.podflow.domain.pod;

import io.podflow.domain.journal.Event;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.PodSettings;
import java.util.List;

/**
 * Which symbols of a pod have bars: closes missed in a row, the windows of returns that grow with
 * each bar, and the symbols that are stale (decisions FP5, FP19).
 */
final class Presence {

  private final PodSettings settings;
  private final int staleAfter;
  private final boolean allocates;
  private final int historyReturns;

  /**
   * @param staleAfter closes missed in a row after which a symbol is stale
   */
  Presence(PodSettings settings, int staleAfter) {
    this.settings = settings;
    this.staleAfter = staleAfter;
    this.allocates = settings.assetAllocation() != null;
    this.historyReturns = historyReturns(settings);
  }

  /** Returns that the windows of a pod hold. */
  static int historyReturns(PodSettings settings) {
    AssetAllocationSettings allocation = settings.assetAllocation();
    return allocation == null ? 1 : allocation.historyReturns();
  }

  /** Counts what has a bar at this close, and what has none. */
  void feedWindows(PodState state, Snapshot now) {
    for (int i = 0; i < state.missed.length; i++) {
      if (now.present()[i]) {
        state.missed[i] = 0;
        state.constant[i] = now.constant()[i];
        if (allocates && !Double.isNaN(now.periodReturn()[i])) {
          // A restored window may be of a configuration that looked back less far.
          state.returns[i].keep(historyReturns);
          state.returns[i].add(now.periodReturn()[i]);
        }
      } else if (state.missed[i] != PodState.NEVER_TRADED) {
        state.missed[i]++;
      }
    }
  }

  /** Drops the targets of the symbols that become stale at this close. */
  void dropStale(PodState state, long closeTime, List<Event> events) {
    for (int i = 0; i < state.missed.length; i++) {
      if (turnsStale(state, i)) {
        state.targets[i] = 0;
        state.held[i].drop();
        events.add(PodEvents.stale(settings, i, closeTime, staleAfter));
      }
    }
  }

  /** Whether the symbol has traded and is not stale. */
  boolean trades(PodState state, int i) {
    return state.missed[i] != PodState.NEVER_TRADED && state.missed[i] < staleAfter;
  }

  /** Whether the symbol becomes stale at this very close. */
  boolean turnsStale(PodState state, int i) {
    return state.missed[i] == staleAfter;
  }

  /**
   * Whether the selector leaves nothing to trade: every symbol that has traded, is not stale and
   * has variance has multiplier 0 (requirement D1, decision EV2). Without any such symbol there is
   * nothing that was excluded.
   */
  boolean allExcluded(PodState state) {
    boolean any = false;
    for (int i = 0; i < state.missed.length; i++) {
      if (trades(state, i) && !state.constant[i]) {
        if (state.machines[i].level() > 0) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** The symbols the allocator works over (decision FP5). */
  boolean[] eligible(PodState state) {
    boolean[] eligible = new boolean[state.missed.length];
    for (int i = 0; i < eligible.length; i++) {
      eligible[i] = trades(state, i) && state.machines[i].level() > 0;
    }
    return eligible;
  }
}
