package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.ConfigReader;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import java.io.IOException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** A selector that is turned off leaves no trace, whatever its other settings. */
class SelectorOffProperties {

  private static final int DAYS = 60;

  private static final String TWITCHY =
      "sharpe_lookback: 10, return_lookback: 5, exclude_confirmation_bars: 1,"
          + " include_confirmation_bars: 1, min_exclusion_bars: 2, ramp_steps: 2,"
          + " min_active_assets: 1, exclude_score_threshold: 0.5, include_score_threshold: 0.6,"
          + " sharpe_weight: 0.2, return_weight: 0.5, drawdown_weight: 0.3";

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  @Tag("C3")
  @Tag("V2")
  void disabledIsTheSameAsAbsent(@ForAll long seed) throws IOException {
    RunRows absent = run("", seed);
    assertThat(run("asset_selector: {enabled: false},", seed)).isEqualTo(absent);
    assertThat(run("asset_selector: {enabled: false, " + TWITCHY + "},", seed)).isEqualTo(absent);
  }

  @Example
  @Tag("C3")
  void theSameSettingsEnabledAreNot() throws IOException {
    assertThat(run("asset_selector: {enabled: true, " + TWITCHY + "},", 7).rows("fills"))
        .isNotEqualTo(run("", 7).rows("fills"));
  }

  private static RunRows run(String selector, long seed) throws IOException {
    String yaml =
        """
        backtest: {capital: 10000}
        orchestrator:
          pods:
            - {pod_id: daily, strategy_name: ts-momentum, symbols: [R0/U, R1/U, R2/U],
               strategy_params: {lookback: 5, vol_window: 5}, %1$s
               asset_allocation: {method: inverse_volatility, vol_lookback: 10, max_weight: 0.6},
               initial_state: production, initial_fraction: 0.4}
            - {pod_id: half, strategy_name: buy-and-hold, symbols: [R1/U, R2/U, R3/U], %1$s
               timeframe: 12H, initial_state: production, initial_fraction: 0.4}
        """
            .formatted(selector);
    RunScope scope =
        RandomPortfolio.scope(ConfigReader.installed().parse(yaml, "selector").orThrow(), DAYS);
    ListFeed market = new RandomPortfolio(seed, DAYS).market(scope);
    return RunRows.of(scope, market);
  }
}
