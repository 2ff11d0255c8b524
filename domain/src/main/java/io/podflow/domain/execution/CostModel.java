package io.podflow.domain.execution;

import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.SlippageSettings;

/**
 * What a fill costs beside its price (decision EX2; docs/decisions.md, "Fills, costs and books"),
 * in basis points of the notional: flat rates, the same for every side and venue, and slippage that
 * grows with the order (decision FI3).
 *
 * @param feeBps exchange fee
 * @param slippageBps distance of the fill from the reference price
 * @param impactBps own impact on the price
 * @param slippage what is added to {@code slippageBps}
 */
public record CostModel(
    double feeBps, double slippageBps, double impactBps, SlippageSettings slippage) {

  private static final double BASIS_POINTS = 1e4;

  /** Flat rates alone. */
  public CostModel(double feeBps, double slippageBps, double impactBps) {
    this(feeBps, slippageBps, impactBps, SlippageSettings.NONE);
  }

  public static CostModel of(OrchestratorSettings settings) {
    return new CostModel(
        settings.costBps(), settings.slippageBps(), settings.impactBps(), settings.slippage());
  }

  /** Exchange fee, in the unit of {@code notional} (not negative). */
  public double fee(double notional) {
    return notional * feeBps / BASIS_POINTS;
  }

  /**
   * Slippage and impact, in the unit of {@code notional} (not negative).
   *
   * @param dailyValue mean value of the symbol that is traded in a day, in the same unit; NaN where
   *     it is not known: then the flat rates count alone, as where nothing is traded at all
   */
  public double slippageCost(double notional, double dailyValue) {
    return notional * (slippageBps + grown(notional, dailyValue) + impactBps) / BASIS_POINTS;
  }

  private double grown(double notional, double dailyValue) {
    if (!(dailyValue > 0)) {
      return 0;
    }
    double share = notional / dailyValue;
    return switch (slippage.model()) {
      case NONE -> 0;
      case LINEAR -> slippage.coefficient() * share;
      case SQUARE_ROOT -> slippage.coefficient() * Math.sqrt(share);
    };
  }
}
