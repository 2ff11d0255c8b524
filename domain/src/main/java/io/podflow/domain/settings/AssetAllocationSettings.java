package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code asset_allocation} section of a pod (requirement L2). */
public record AssetAllocationSettings(
    @Setting(value = "How weights are shared inside the pod", def = "equal_weight")
        AllocationMethod method,
    @Setting(value = "Returns in the volatility and covariance windows", def = "60", min = 10)
        int volLookback,
    @Setting(value = "Closes of the pod between recomputations", def = "5", min = 1)
        int rebalanceBars,
    @Setting(value = "Smallest weight of an allocated symbol", def = "0.05", min = 0, max = 1)
        double minWeight,
    @Setting(value = "Largest weight of an allocated symbol", def = "0.60", min = 0, max = 1)
        double maxWeight,
    @Setting(value = "Parameters of method dual_momentum", def = Setting.SECTION)
        DualMomentumSettings dualMomentum)
    implements Serializable {

  /** Returns of each symbol that the method looks back on, at most. */
  public int historyReturns() {
    return method == AllocationMethod.DUAL_MOMENTUM
        ? Math.max(volLookback, dualMomentum.lookback())
        : volLookback;
  }
}
