package io.podflow.domain.portfolio;

import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.settings.Roster;
import org.jspecify.annotations.Nullable;

/** Keeps what every pod wants until the pod says otherwise. */
final class StandingTargets {

  private final int[][] symbolsOfPod;

  StandingTargets(Roster roster) {
    symbolsOfPod = new int[roster.podCount()][];
    for (int p = 0; p < symbolsOfPod.length; p++) {
      symbolsOfPod[p] = roster.symbolsOf(p);
    }
  }

  void take(PortfolioState state, @Nullable PodDecision[] decisions) {
    for (int p = 0; p < decisions.length; p++) {
      PodDecision decision = decisions[p];
      if (decision != null) {
        for (int i = 0; i < symbolsOfPod[p].length; i++) {
          state.targets[p][symbolsOfPod[p][i]] = decision.targets()[i];
        }
      }
    }
  }

  /** By symbol: whether some pod saw a bar of it at this close. */
  boolean[] present(int symbols, @Nullable PodDecision[] decisions) {
    boolean[] present = new boolean[symbols];
    for (int p = 0; p < decisions.length; p++) {
      PodDecision decision = decisions[p];
      if (decision != null) {
        for (int i = 0; i < symbolsOfPod[p].length; i++) {
          present[symbolsOfPod[p][i]] |= decision.present()[i];
        }
      }
    }
    return present;
  }
}
