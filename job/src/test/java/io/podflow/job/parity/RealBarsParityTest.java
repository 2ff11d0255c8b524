package io.podflow.job.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.Overrides;
import io.podflow.domain.testing.Shared;
import io.podflow.job.testing.RealRuns;
import io.podflow.job.testing.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Years of real bars, listings, delistings and outages included, give the same bits: one run of
 * each kind. {@link RealBarsNightly} has all of them.
 */
class RealBarsParityTest {

  static final String TWO_TIMEFRAMES =
      """
      backtest: {start: 2023-06-01, end: 2025-09-19, warmup_days: 60}
      orchestrator:
        pods:
          - pod_id: half-days
            strategy_name: anchor-mom
            symbols: [BTC/USDT, ETH/USDT, BNB/USDT, SOL/USDT, XRP/USDT]
            timeframe: 12H
            initial_fraction: 0.5
            max_fraction: 0.6
            initial_state: production
            asset_allocation: {method: risk_parity}
            asset_selector: {enabled: true, min_exclusion_bars: 10}
          - pod_id: days
            strategy_name: ts-momentum
            symbols: [BTC/USDT, ETH/USDT, DOGE/USDT, ATOM/USDT, FIL/USDT]
            timeframe: 1D
            initial_fraction: 0.3
            initial_state: production
            asset_allocation: {method: inverse_volatility}
      """;

  @Test
  @Tag("J3")
  @Tag("F1")
  void theLargestTierInBatchAndInterruptedTwice(@TempDir Path scratch) throws Exception {
    Runs runs = RealRuns.shipped("tiers/17.yaml", Shared.path("data/1d"), scratch);
    Map<String, List<String>> inline = runs.inline();
    assertThat(inline.get("fills")).isNotEmpty();
    assertThat(runs.batch(2)).isEqualTo(inline);
    assertThat(runs.interrupted(1, 7_000, 5_000)).isEqualTo(inline);
  }

  @Test
  @Tag("J3")
  void hoursAsHalfDaysAndDaysInBatchAndInterrupted(@TempDir Path scratch) throws Exception {
    Runs runs = RealRuns.inline(TWO_TIMEFRAMES, Shared.path("data/1h"), scratch);
    Map<String, List<String>> inline = runs.inline();
    assertThat(inline.get("fills")).isNotEmpty();
    assertThat(runs.batch(1)).isEqualTo(inline);
    assertThat(runs.interrupted(2, 6_000)).isEqualTo(inline);
  }

  /** All four strategies of the live portfolio, models included, over a few weeks of it. */
  @Test
  @Tag("J3")
  @Tag("L6")
  void theLivePortfolioHoweverItIsRun(@TempDir Path scratch) throws Exception {
    Overrides weeks =
        Overrides.none()
            .with("--from", Overrides.START, "2024-03-01")
            .with("--to", Overrides.END, "2024-03-24");
    Runs runs = RealRuns.shipped("orchestrator-live.yaml", Shared.path("data/1h"), weeks, scratch);
    Map<String, List<String>> inline = runs.inline();
    assertThat(inline.get("models")).hasSizeGreaterThan(250);
    assertThat(runs.batch(2)).isEqualTo(inline);
    assertThat(runs.interrupted(2, 3_590)).isEqualTo(inline);
  }
}
