package io.podflow.domain.pod;

import io.podflow.domain.allocation.AssetAllocator;
import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.Arrays;

/** How much each symbol gets: the allocator's weights, every {@code rebalance_bars} (FP17). */
final class AllocationStep {

  private final AssetAllocationSettings allocation;
  private final AssetAllocator allocator;
  private final Presence presence;

  AllocationStep(
      AssetAllocationSettings allocation, OrchestratorSettings portfolio, Presence presence) {
    this.allocation = allocation;
    this.presence = presence;
    this.allocator =
        new AssetAllocator(
            allocation,
            portfolio.covariance(),
            portfolio.weightShrinkage(),
            new VolatilityFloor(portfolio.volatilityFloor()));
  }

  /** Renews the weights when they are due or when other symbols are eligible than last time. */
  void allocate(PodState state, Snapshot now) {
    boolean[] eligible = presence.eligible(state);
    boolean due = state.closes % allocation.rebalanceBars() == 0;
    if (due || !Arrays.equals(eligible, state.allocated)) {
      state.weights = allocator.weights(eligible, state.returns, now.strength());
      state.allocated = eligible;
    }
  }
}
