package io.podflow.domain.capital;

import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.Arrays;
import java.util.List;

/**
 * One rebalance of capital: allocation method, lifecycle clamps, turnover limits, and the decision
 * whether the result is worth applying.
 *
 * <p>Moves are measured from the pods' current shares (FP9). When they sum to less than {@code
 * min_rebalance_turnover} nothing is applied, except that a RETIRED pod always goes to 0 (CA9).
 */
public final class CapitalRebalance {

  private final CapitalAllocator allocator;
  private final TurnoverLimit limit;
  private final double minTurnover;

  public CapitalRebalance(OrchestratorSettings settings) {
    this.allocator = new CapitalAllocator(settings);
    this.limit = new TurnoverLimit(settings.turnoverConstraint());
    this.minTurnover = settings.minRebalanceTurnover();
  }

  /**
   * What a rebalance at this point does.
   *
   * @param pods in configured order
   * @param dailyReturns by pod, then by day, as in {@link CapitalAllocator#weights}
   * @param previousShares each pod's capital over equity
   */
  public RebalanceOutcome rebalance(
      List<PodCapital> pods, double[][] dailyReturns, double[] previousShares) {
    LifecycleState[] states = pods.stream().map(PodCapital::state).toArray(LifecycleState[]::new);
    CapitalWeights weights = allocator.weights(pods, dailyReturns);
    double[] fractions = limit.limit(states, previousShares, weights.lifecycle());
    boolean worthIt = TurnoverLimit.turnover(states, previousShares, fractions) >= minTurnover;
    boolean[] applied = new boolean[fractions.length];
    Arrays.fill(applied, worthIt);
    for (int i = 0; i < fractions.length; i++) {
      if (!states[i].isActive()) {
        applied[i] = true;
      } else if (!worthIt) {
        fractions[i] = previousShares[i];
      }
    }
    return new RebalanceOutcome(weights.method(), weights.lifecycle(), fractions, applied);
  }
}
