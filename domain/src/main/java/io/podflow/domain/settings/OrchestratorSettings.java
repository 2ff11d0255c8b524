package io.podflow.domain.settings;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code orchestrator} section: one portfolio. Fractions are of equity unless said. */
public record OrchestratorSettings(
    @Setting(
            value = "First part of every key and order id",
            def = "main",
            pattern = "[A-Za-z0-9_.-]{1,64}",
            words = "of 1 to 64 letters A to Z, digits, and _ . - without blanks")
        String portfolioId,
    @Setting(value = "How capital is shared between pods", def = "risk_parity")
        CapitalMethod allocationMethod,
    @Setting(value = "Share of the Kelly bet taken", def = "0.25", min = 0, above = true, max = 1)
        double kellyFraction,
    @Setting(value = "Days until the Kelly bet counts in full", def = "180", min = 1)
        int kellyConfidenceRamp,
    @Setting(value = "What makes a capital rebalance due", def = "hybrid")
        RebalanceTrigger rebalanceTrigger,
    @Setting(value = "Days between calendar rebalances", def = "7", min = 1)
        int rebalanceCalendarDays,
    @Setting(
            value = "Drift of a pod's share that makes a rebalance due",
            def = "0.10",
            min = 0,
            above = true,
            max = 1)
        double rebalanceDriftThreshold,
    @Setting(value = "Sum of moves below which a rebalance is skipped", def = "0.02", min = 0)
        double minRebalanceTurnover,
    @Setting(
            value =
                "Estimated volatility above which targets are scaled down, annualised fraction;"
                    + " null turns it off",
            def = Setting.NONE,
            min = 0,
            above = true,
            max = 10)
        @Nullable Double maxPortfolioVolatility,
    @Setting(
            value = "Limit on the drawdown of equity, fraction; null turns it off",
            def = "0.15",
            min = 0,
            above = true,
            max = 1)
        @Nullable Double maxPortfolioDrawdown,
    @Setting(
            value = "Limit on the sum of |net target|; null turns it off",
            def = "3.0",
            min = 1,
            max = 20)
        @Nullable Double maxGrossLeverage,
    @Setting(
            value = "Limit on one pod's share of the portfolio's risk; null turns it off",
            def = "0.40",
            min = 0,
            above = true,
            max = 1)
        @Nullable Double maxSinglePodRiskPct,
    @Setting(
            value = "Limit on the loss of one UTC day, fraction; null turns it off",
            def = "0.03",
            min = 0,
            above = true,
            max = 1)
        @Nullable Double dailyLossLimit,
    @Setting(value = "Days over which targets return after a defence", def = "3", min = 1, max = 10)
        int riskRecoverySteps,
    @Setting(
            value = "Netting offset ratio above which a warning is raised; null turns it off",
            def = "0.5",
            min = 0,
            max = 1)
        @Nullable Double nettingOffsetWarningThreshold,
    @Setting(value = "Exchange fee per fill, basis points", def = "4.0", min = 0) double costBps,
    @Setting(value = "Slippage per fill, basis points", def = "1", min = 0) double slippageBps,
    @Setting(value = "Market impact per fill, basis points", def = "2", min = 0) double impactBps,
    @Setting(value = "Funding per 8 hours on perpetual positions, basis points", def = "0")
        double fundingBpsPer8h,
    @Setting(value = "Smallest order, quote currency", def = "0", min = 0) double minNotional,
    @Setting(value = "Missed closes in a row after which a symbol is stale", def = "3", min = 1)
        int staleAfterBars,
    @Setting(value = "Kind of market", def = "perpetual") Market market,
    @Setting(value = "Daily returns in the capital allocator's window", def = "90", min = 30)
        int correlationLookback,
    @Setting(
            value = "Mean correlation that counts as stress; null turns it off",
            def = "0.70",
            min = 0,
            max = 1)
        @Nullable Double correlationStressThreshold,
    @Setting(value = "Covariance estimator of risk parity and Kelly", def = "sample")
        Covariance covariance,
    @Setting(value = "Pull of all weights towards equal", def = "0", min = 0, max = 1)
        double weightShrinkage,
    @Setting(value = "How a pod's risk share above its limit counts", def = "warning")
        BreachSeverity prcBreachSeverity,
    @Setting(value = "Parameters of allocation_method rolling_sharpe", def = Setting.SECTION)
        RollingSharpeSettings rollingSharpe,
    @Setting(value = "Scales capital towards a volatility; absent, off", def = Setting.NONE)
        @Nullable VolatilityTargetSettings volatilityTarget,
    @Setting(value = "Holds cash in markets without a trend; absent, off", def = Setting.NONE)
        @Nullable CashBufferSettings cashBuffer,
    @Setting(value = "Takes capital from pods that are down; absent, off", def = Setting.NONE)
        @Nullable DrawdownDeriskSettings drawdownDerisk,
    @Setting(value = "Limits on moves of capital; null turns them off", def = Setting.SECTION)
        @Nullable TurnoverSettings turnoverConstraint,
    @Setting(value = "What a pod in INCUBATION must show", def = Setting.SECTION)
        GraduationSettings graduation,
    @Setting(value = "Hard stops and degradation", def = Setting.SECTION)
        RetirementSettings retirement,
    @Setting(value = "Change detector on daily returns", def = Setting.SECTION)
        PageHinkleySettings pageHinkley,
    @Setting(
            value = "What becomes of positions when a pod is removed: close, transfer: POD, hold",
            def = "close",
            pattern = "close|hold|transfer: ?\\S.*",
            words = "that is close, hold, or transfer: and the id of a pod")
        String onRemoval,
    @Setting(value = "Live trading", def = Setting.SECTION) LiveSettings live,
    @Setting(value = "The strategies", min = 1) List<PodSettings> pods,
    @Setting(
            value =
                "Value of an order, as a share of the traded value of the bar it fills in, above"
                    + " which it is counted and told; null for no count",
            def = "0.01",
            min = 0,
            above = true,
            max = 1)
        @Nullable Double maxVolumeShare,
    @Setting(value = "Slippage that grows with the order", def = Setting.SECTION)
        SlippageSettings slippage,
    @Setting(value = "Whether pods graduate, degrade and retire", def = Setting.SECTION)
        LifecycleSettings lifecycle,
    @Setting(
            value = "Share of the positions' value at which equity counts as used up",
            def = "0.005",
            min = 0,
            max = 1,
            below = true)
        double maintenanceMargin,
    @Setting(
            value = "Cost of closing all positions of a ruined portfolio, basis points",
            def = "50",
            min = 0)
        double liquidationCostBps,
    @Setting(
            value =
                "Least volatility of a holding, as a share of the median of the others'; 0 switches"
                    + " it and the rule on holdings without variance off",
            def = "0.25",
            min = 0,
            max = 1)
        double volatilityFloor,
    @Setting(value = "How mean correlation above its limit counts", def = "warning")
        BreachSeverity correlationBreachSeverity,
    @Setting(value = "Smallest order, share of equity", def = "0.0001", min = 0, max = 0.1)
        double minOrder)
    implements Serializable {

  public OrchestratorSettings {
    // Not given where a configuration is refused, which is then told with everything else.
    LifecycleSettings ofAll = lifecycle == null ? LifecycleSettings.ON : lifecycle;
    lifecycle = ofAll;
    pods = pods.stream().map(pod -> pod.under(ofAll)).toList();
  }

  /** Whether the pod graduates, degrades and retires; what the pod itself says wins. */
  public boolean movesThroughLifecycle(PodSettings pod) {
    LifecycleSettings own = pod.lifecycle();
    return (own == null ? lifecycle : own).enabled();
  }

  /** Cost of one fill as a fraction of its notional: fee, slippage and impact (decision EX2). */
  public double costRate() {
    return (costBps + slippageBps + impactBps) / 1e4;
  }
}
