package io.podflow.domain.settings;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The {@code asset_selector} section of a pod (requirement B, docs/decisions.md, "The asset
 * selector").
 */
public record SelectorSettings(
    @Setting(value = "Whether the selector acts", def = "false") boolean enabled,
    @Setting(value = "Weight of the Sharpe rank in the score", def = "0.4", min = 0, max = 1)
        double sharpeWeight,
    @Setting(value = "Weight of the return rank in the score", def = "0.3", min = 0, max = 1)
        double returnWeight,
    @Setting(
            value = "Weight of the inverted drawdown rank in the score",
            def = "0.3",
            min = 0,
            max = 1)
        double drawdownWeight,
    @Setting(value = "Bars of the Sharpe and drawdown windows", def = "60", min = 10)
        int sharpeLookback,
    @Setting(value = "Bars of the return window", def = "30", min = 5) int returnLookback,
    @Setting(value = "A score below this counts towards exclusion", def = "0.20", min = 0, max = 1)
        double excludeScoreThreshold,
    @Setting(value = "A score above this counts towards re-entry", def = "0.35", min = 0, max = 1)
        double includeScoreThreshold,
    @Setting(value = "Annualised Sharpe below which hard exclusion may strike", def = "-1.0")
        double hardExcludeSharpe,
    @Setting(
            value = "Drawdown (fraction) above which hard exclusion may strike",
            def = "0.15",
            min = 0,
            max = 1)
        double hardExcludeDrawdown,
    @Setting(value = "Consecutive low bars before an asset leaves", def = "5", min = 1)
        int excludeConfirmationBars,
    @Setting(value = "Consecutive high bars before an asset returns", def = "3", min = 1)
        int includeConfirmationBars,
    @Setting(value = "Shortest stay in COOLDOWN, bars", def = "30", min = 1) int minExclusionBars,
    @Setting(value = "Equal steps between multiplier 1 and 0", def = "3", min = 1, max = 10)
        int rampSteps,
    @Setting(value = "Assets that always stay active; 0 turns the floor off", def = "2", min = 0)
        int minActiveAssets,
    @Setting(
            value = "Annualised Sharpe below which an asset leaves at once; null turns it off",
            def = Setting.NONE)
        @Nullable Double absoluteMinSharpe,
    @Setting(
            value = "Drawdown (fraction) above which an asset leaves at once; null turns it off",
            def = Setting.NONE,
            min = 0,
            max = 1)
        @Nullable Double absoluteMaxDrawdown,
    @Setting(
            value = "Stays in COOLDOWN after which an asset is out for good; null turns it off",
            def = Setting.NONE,
            min = 1)
        @Nullable Integer maxCooldownCycles)
    implements Serializable {

  /** The settings that score a pod without a selector, for display only (decision FP15). */
  public static final SelectorSettings FOR_DISPLAY =
      new SelectorSettings(
          false, 0.4, 0.3, 0.3, 60, 30, 0.20, 0.35, -1.0, 0.15, 5, 3, 30, 3, 2, null, null, null);

  /** Returns a window must keep for every figure of the score, bars. */
  public int windowBars() {
    return Math.max(sharpeLookback, returnLookback);
  }
}
