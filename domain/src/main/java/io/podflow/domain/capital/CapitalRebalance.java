package io.podflow.domain.capital;

import io.podflow.domain.metrics.Thresholds;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.VolatilityTargetSettings;
import java.util.Arrays;

/**
 * One rebalance of capital: allocation method, lifecycle clamps, overlays, turnover limits, and the
 * decision whether the result is worth applying.
 *
 * <p>Moves are measured from the pods' current shares (FP9). When they sum to less than {@code
 * min_rebalance_turnover} nothing is applied, except that a RETIRED pod always goes to 0 (CA9).
 */
public final class CapitalRebalance {

  private final CapitalAllocator allocator;
  private final CapitalOverlays overlays;
  private final TurnoverLimit limit;
  private final double minTurnover;
  private final int historyDays;

  public CapitalRebalance(OrchestratorSettings settings) {
    this.allocator = new CapitalAllocator(settings);
    this.overlays = new CapitalOverlays(settings);
    this.limit = new TurnoverLimit(settings.turnoverConstraint());
    this.minTurnover = settings.minRebalanceTurnover();
    VolatilityTargetSettings target = settings.volatilityTarget();
    this.historyDays = Math.max(allocator.lookback(), target == null ? 0 : target.lookback());
  }

  /** Daily returns of each pod that a rebalance looks back on, at most. */
  public int historyDays() {
    return historyDays;
  }

  /** What a rebalance at this point does. */
  public RebalanceOutcome rebalance(CapitalInputs inputs) {
    LifecycleState[] states =
        inputs.pods().stream().map(PodCapital::state).toArray(LifecycleState[]::new);
    double[] shares = inputs.shares();
    CapitalWeights weights = allocator.weights(inputs.pods(), inputs.dailyReturns());
    double[] wanted = overlays.apply(inputs, weights.lifecycle());
    double[] fractions = limit.limit(states, shares, wanted);
    boolean worthIt =
        Thresholds.reaches(TurnoverLimit.turnover(states, shares, fractions), minTurnover);
    boolean[] applied = new boolean[fractions.length];
    Arrays.fill(applied, worthIt);
    for (int i = 0; i < fractions.length; i++) {
      if (!states[i].isActive()) {
        applied[i] = true;
      } else if (!worthIt) {
        fractions[i] = shares[i];
      }
    }
    return new RebalanceOutcome(weights.method(), weights.lifecycle(), fractions, applied);
  }
}
