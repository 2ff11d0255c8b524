package io.podflow.domain.settings;

import io.podflow.api.Timeframe;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of {@code pods}: a strategy, its symbols and its share of capital. */
public record PodSettings(
    @Setting(value = "Unique name of the pod, in any script", name = true) String podId,
    @Setting(value = "Name of the strategy", pattern = ".+", words = "that is not empty")
        String strategyName,
    @Setting(value = "Parameters of the strategy", def = Setting.SECTION)
        Map<String, Object> strategyParams,
    @Setting(
            value = "Symbols, such as BTC/USDT or BTC/USDT:USDT, in the order that breaks ties",
            min = 1,
            name = true)
        List<String> symbols,
    @Setting(value = "Length of the pod's bars", def = "1D") Timeframe timeframe,
    @Setting(value = "Share of equity at the start", def = "0.10", min = 0, max = 1)
        double initialFraction,
    @Setting(value = "Largest share of equity", def = "0.40", min = 0, max = 1) double maxFraction,
    @Setting(value = "Smallest share of equity while active", def = "0.02", min = 0, max = 1)
        double minFraction,
    @Setting(
            value = "Drawdown of the pod that raises a critical alert, fraction",
            def = "0.15",
            min = 0,
            above = true,
            max = 1)
        double maxDrawdown,
    @Setting(
            value = "Drawdown of the pod that raises a warning, fraction",
            def = "0.10",
            min = 0,
            above = true,
            max = 1)
        double drawdownWarning,
    @Setting(value = "Largest sum of |target| in the pod", def = "2.0", min = 1, max = 10)
        double maxLeverage,
    @Setting(
            value = "Loss on a position at which it is closed, fraction; null turns it off",
            def = Setting.NONE,
            min = 0,
            max = 1)
        @Nullable Double systemStopLoss,
    @Setting(value = "Whether positions trail a stop", def = "false") boolean useTrailingStop,
    @Setting(
            value = "Distance of the trailing stop, average true ranges",
            def = "3.0",
            min = 1,
            max = 10)
        double trailingStopAtrMultiplier,
    @Setting(
            value =
                "Band around what is held in which no order is sent, share of the larger of wanted"
                    + " and held",
            def = "0.10",
            min = 0,
            max = 1)
        double rebalanceThreshold,
    @Setting(value = "How weights are shared inside the pod", def = Setting.NONE)
        @Nullable AssetAllocationSettings assetAllocation,
    @Setting(value = "Who of the pod's symbols trades", def = Setting.NONE)
        @Nullable SelectorSettings assetSelector,
    @Setting(value = "Whether weights are multiplied by the symbol count", def = "per_asset")
        ExposureBasis exposureBasis,
    @Setting(
            value =
                "State of the pod at its start; absent, incubation, and production where"
                    + " lifecycle is off",
            def = Setting.NONE)
        @Nullable LifecycleState initialState,
    @Setting(value = "Annualised Sharpe expected from research", def = Setting.NONE)
        @Nullable Double expectedSharpe,
    @Setting(
            value = "What becomes of positions when the pod is removed: close, transfer: POD, hold",
            def = Setting.NONE,
            pattern = "close|hold|transfer: ?\\S.*",
            words = "that is close, hold, or transfer: and the id of a pod")
        @Nullable String onRemoval,
    @Setting(
            value = "Whether the pod graduates, degrades and retires; absent, as the portfolio",
            def = Setting.NONE)
        @Nullable LifecycleSettings lifecycle,
    @Setting(
            value = "Closes with a bar for which a symbol stays out after a stop",
            def = "10",
            min = 0,
            max = 10000)
        int stopCooldownBars)
    implements Serializable {

  public PodSettings {
    symbols = List.copyOf(symbols);
    strategyParams = Map.copyOf(strategyParams);
  }

  /** The state of the pod at its start, given or by default. */
  @Override
  public LifecycleState initialState() {
    return initialState == null ? byDefault(lifecycle) : initialState;
  }

  private static LifecycleState byDefault(@Nullable LifecycleSettings lifecycle) {
    return lifecycle == null || lifecycle.enabled()
        ? LifecycleState.INCUBATION
        : LifecycleState.PRODUCTION;
  }

  /** The same with its default state, which depends on the portfolio's lifecycle. */
  PodSettings under(LifecycleSettings ofAll) {
    if (initialState != null) {
      return this;
    }
    return new PodSettings(
        podId,
        strategyName,
        strategyParams,
        symbols,
        timeframe,
        initialFraction,
        maxFraction,
        minFraction,
        maxDrawdown,
        drawdownWarning,
        maxLeverage,
        systemStopLoss,
        useTrailingStop,
        trailingStopAtrMultiplier,
        rebalanceThreshold,
        assetAllocation,
        assetSelector,
        exposureBasis,
        byDefault(lifecycle == null ? ofAll : lifecycle),
        expectedSharpe,
        onRemoval,
        lifecycle,
        stopCooldownBars);
  }

  /** The selector that acts, null when there is none or it is not enabled (requirement C3). */
  public @Nullable SelectorSettings activeSelector() {
    return assetSelector != null && assetSelector.enabled() ? assetSelector : null;
  }

  /** What the scores are computed with: the acting selector, else the defaults (FP15). */
  public SelectorSettings scoring() {
    SelectorSettings active = activeSelector();
    return active == null ? SelectorSettings.FOR_DISPLAY : active;
  }
}
