package io.podflow.domain.execution;

import io.podflow.domain.settings.OrchestratorSettings;

/**
 * What a fill costs beside its price (decision EX2; orchestration.md §2.1). All in basis points of
 * the notional, the same for every side and venue.
 *
 * @param feeBps exchange fee
 * @param slippageBps distance of the fill from the reference price
 * @param impactBps own impact on the price
 */
public record CostModel(double feeBps, double slippageBps, double impactBps) {

  private static final double BASIS_POINTS = 1e4;

  public static CostModel of(OrchestratorSettings settings) {
    return new CostModel(settings.costBps(), settings.slippageBps(), settings.impactBps());
  }

  /** Exchange fee, in the unit of {@code notional} (not negative). */
  public double fee(double notional) {
    return notional * feeBps / BASIS_POINTS;
  }

  /** Slippage and impact, in the unit of {@code notional} (not negative). */
  public double slippageCost(double notional) {
    return notional * (slippageBps + impactBps) / BASIS_POINTS;
  }
}
