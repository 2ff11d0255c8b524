package io.podflow.domain.portfolio.orders;

import io.podflow.api.Bar;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keeps what every pod wants until the pod says otherwise. */
public final class StandingTargets {

  private final int[][] symbolsOfPod;
  private final boolean[] abandoned;

  public StandingTargets(PortfolioLayout layout) {
    symbolsOfPod = new int[layout.podCount()][];
    abandoned = new boolean[layout.universe().size()];
    Arrays.fill(abandoned, true);
    for (int p = 0; p < symbolsOfPod.length; p++) {
      symbolsOfPod[p] = layout.symbolsOf(p);
      for (int s : symbolsOfPod[p]) {
        abandoned[s] = false;
      }
    }
  }

  public void take(PortfolioState state, @Nullable PodDecision[] decisions) {
    for (int p = 0; p < decisions.length; p++) {
      PodDecision decision = decisions[p];
      if (decision != null) {
        for (int i = 0; i < symbolsOfPod[p].length; i++) {
          state.targets[p][symbolsOfPod[p][i]] = decision.targets()[i];
        }
      }
    }
  }

  /**
   * By symbol: whether some pod saw a bar of it at this close; of a symbol that no pod trades,
   * whether it has a bar.
   */
  public boolean[] present(@Nullable Bar[] bars, @Nullable PodDecision[] decisions) {
    boolean[] present = new boolean[bars.length];
    for (int s = 0; s < present.length; s++) {
      present[s] = abandoned[s] && bars[s] != null;
    }
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
