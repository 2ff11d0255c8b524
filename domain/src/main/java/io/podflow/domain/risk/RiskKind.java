package io.podflow.domain.risk;

import io.podflow.domain.journal.Severity;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is measured against a limit, in the order in which alerts are raised (docs/decisions.md,
 * "Risk and defence").
 */
public enum RiskKind {
  /** Σ|net target|, as a multiple of equity (decision CA5). */
  GROSS_LEVERAGE,
  /** Fall of equity below its peak, fraction. */
  PORTFOLIO_DRAWDOWN,
  /** Loss of this UTC day so far, fraction of equity. */
  DAILY_LOSS,
  /** Realised volatility of equity, annualised fraction (decision AC6); never more than told. */
  PORTFOLIO_VOLATILITY,
  /** Size of one pod's share of the portfolio's risk; the only kind with a value per pod. */
  SINGLE_POD_RISK,
  /** Mean correlation between pods. */
  CORRELATION_STRESS,
  /** Mean correlation between symbols. */
  ASSET_CORRELATION_STRESS,
  /** Part of the targets that pods hold against each other: costs, not danger. */
  NETTING_OFFSET;

  /** Share of a limit from which on its value is worth a warning. */
  private static final double WARNING_SHARE = 0.8;

  /** A value that reaches its limit on paper has reached it, whatever rounding says. */
  private static final double TOLERANCE = 1e-12;

  /** The configured limit; null when it is switched off. */
  @Nullable Double limit(OrchestratorSettings settings) {
    return switch (this) {
      case GROSS_LEVERAGE -> settings.maxGrossLeverage();
      case PORTFOLIO_DRAWDOWN -> settings.maxPortfolioDrawdown();
      case DAILY_LOSS -> settings.dailyLossLimit();
      case PORTFOLIO_VOLATILITY -> settings.maxPortfolioVolatility();
      case SINGLE_POD_RISK -> settings.maxSinglePodRiskPct();
      case CORRELATION_STRESS, ASSET_CORRELATION_STRESS -> settings.correlationStressThreshold();
      case NETTING_OFFSET -> settings.nettingOffsetWarningThreshold();
    };
  }

  /** Whether there is a value per pod and not one for the portfolio. */
  boolean isPerPod() {
    return this == SINGLE_POD_RISK;
  }

  /** The values to compare with the limit: one, or one per pod. */
  double[] values(RiskMeasures measures) {
    return switch (this) {
      case GROSS_LEVERAGE -> one(measures.grossLeverage());
      case PORTFOLIO_DRAWDOWN -> one(measures.drawdown());
      case DAILY_LOSS -> one(measures.dailyLoss());
      case PORTFOLIO_VOLATILITY -> one(measures.volatility());
      case SINGLE_POD_RISK -> sizes(measures.podShares());
      case CORRELATION_STRESS -> one(measures.podCorrelation());
      case ASSET_CORRELATION_STRESS -> one(measures.assetCorrelation());
      case NETTING_OFFSET -> one(measures.nettingOffset());
    };
  }

  /** How a value stands to its limit; INFO when there is nothing to say, as of NaN. */
  Severity severity(double value, double limit) {
    if (this == NETTING_OFFSET || this == PORTFOLIO_VOLATILITY) {
      return value > limit + TOLERANCE ? Severity.WARNING : Severity.INFO;
    }
    if (value >= limit - TOLERANCE) {
      return Severity.CRITICAL;
    }
    return value >= WARNING_SHARE * limit - TOLERANCE ? Severity.WARNING : Severity.INFO;
  }

  /** The kind as people write it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static double[] one(double value) {
    return new double[] {value};
  }

  private static double[] sizes(double[] values) {
    double[] sizes = new double[values.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(values[i]);
    }
    return sizes;
  }
}
