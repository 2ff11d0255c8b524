package io.podflow.domain.selection;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.settings.SelectorSettings;
import org.jspecify.annotations.Nullable;

/** Selector settings for tests. */
final class Selectors {

  /** Bars of confirmation and rest, steps and floor of the defaults. */
  static final SelectorSettings DEFAULTS = with(3, 5, 3, 30, 2);

  private Selectors() {}

  /** Enabled, with default weights and thresholds. */
  static SelectorSettings with(
      int rampSteps, int excludeBars, int includeBars, int minExclusionBars, int minActiveAssets) {
    return new SelectorSettings(
        true,
        0.4,
        0.3,
        0.3,
        60,
        30,
        0.20,
        0.35,
        -1.0,
        0.15,
        excludeBars,
        includeBars,
        minExclusionBars,
        rampSteps,
        minActiveAssets,
        null,
        null,
        null);
  }

  /** The same with limits beyond the ranks; null turns one off. */
  static SelectorSettings limited(
      SelectorSettings s,
      @Nullable Double minSharpe,
      @Nullable Double maxDrawdown,
      @Nullable Integer maxCooldowns) {
    return new SelectorSettings(
        s.enabled(),
        s.sharpeWeight(),
        s.returnWeight(),
        s.drawdownWeight(),
        s.sharpeLookback(),
        s.returnLookback(),
        s.excludeScoreThreshold(),
        s.includeScoreThreshold(),
        s.hardExcludeSharpe(),
        s.hardExcludeDrawdown(),
        s.excludeConfirmationBars(),
        s.includeConfirmationBars(),
        s.minExclusionBars(),
        s.rampSteps(),
        s.minActiveAssets(),
        minSharpe,
        maxDrawdown,
        maxCooldowns);
  }

  /** The {@code config} of a vector; what it leaves out has the default. */
  static SelectorSettings of(JsonNode config) {
    return new SelectorSettings(
        config.path("enabled").asBoolean(true),
        config.path("sharpe_weight").asDouble(0.4),
        config.path("return_weight").asDouble(0.3),
        config.path("drawdown_weight").asDouble(0.3),
        config.path("sharpe_lookback").asInt(60),
        config.path("return_lookback").asInt(30),
        config.path("exclude_score_threshold").asDouble(0.20),
        config.path("include_score_threshold").asDouble(0.35),
        config.path("hard_exclude_sharpe").asDouble(-1.0),
        config.path("hard_exclude_drawdown").asDouble(0.15),
        config.path("exclude_confirmation_bars").asInt(5),
        config.path("include_confirmation_bars").asInt(3),
        config.path("min_exclusion_bars").asInt(30),
        config.path("ramp_steps").asInt(3),
        config.path("min_active_assets").asInt(2),
        number(config, "absolute_min_sharpe"),
        number(config, "absolute_max_drawdown"),
        null);
  }

  private static @Nullable Double number(JsonNode config, String key) {
    return config.path(key).isNumber() ? config.path(key).asDouble() : null;
  }
}
