package io.podflow.job.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.ConfigReader;
import io.podflow.connectors.sample.SampleMarket;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.testing.Shared;
import io.podflow.job.testing.FinishedRun;
import io.podflow.oracle.Comparison;
import io.podflow.oracle.Outsider;
import io.podflow.oracle.Recorded;
import io.podflow.oracle.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, made and real bars, of which every figure can be recomputed from outside. */
@Tag("A1")
@Tag("A2")
@Tag("B2")
@Tag("C1")
@Tag("C2")
@Tag("L1")
@Tag("L2")
@Tag("L4")
@Tag("L7")
class OutsiderTest {

  private static final Path ROOT = Path.of(System.getProperty("podflow.root", ".."));

  /** Pods of both timeframes on rows of an hour, with the outages of the exchange in them. */
  private static final String HOURLY =
      """
      backtest: {start: 2020-09-20, end: 2025-09-19, capital: 100000, warmup_days: 30}
      orchestrator:
        portfolio_id: hourly
        allocation_method: adaptive_kelly
        rebalance_trigger: hybrid
        rebalance_drift_threshold: 0.05
        pods:
          - pod_id: anchor
            strategy_name: anchor-mom
            strategy_params: {short_nearness: 0.85, weak_nearness: 0.9}
            symbols: [BTC/USDT, ETH/USDT, BNB/USDT, SOL/USDT, XRP/USDT]
            timeframe: 12H
            initial_state: production
            initial_fraction: 0.4
            max_fraction: 0.6
            rebalance_threshold: 0.02
            asset_selector:
              enabled: true
              exclude_score_threshold: 0.3
              include_score_threshold: 0.4
              ramp_steps: 5
              min_active_assets: 1
            asset_allocation: {method: risk_parity, max_weight: 0.5}
          - pod_id: trend
            strategy_name: ts-momentum
            symbols: [SOL/USDT, BTC/USDT, ETH/USDT]
            timeframe: 1D
            initial_state: warning
            initial_fraction: 0.4
            max_fraction: 0.6
            exposure_basis: per_pod
      """;

  /** Ten times the capital, bought before the crash of March 2020. */
  private static final String RECKLESS =
      """
      backtest: {start: 2020-01-01, end: 2020-06-30, capital: 1000}
      orchestrator:
        max_gross_leverage: 20
        turnover_constraint: null
        pods:
          - pod_id: all-in
            strategy_name: buy-and-hold
            strategy_params: {strength: 10}
            symbols: [BTC/USDT]
            initial_state: production
            initial_fraction: 1.0
            max_fraction: 1.0
            max_leverage: 10
            rebalance_threshold: 0.2
      """;

  /** A pod at ten times its capital, bought before the half day of 2021-02-23 that cost 14 %. */
  private static final String LIQUIDATED =
      """
      backtest: {start: 2021-02-22, end: 2021-03-31, capital: 1000, warmup_days: 30}
      orchestrator:
        max_gross_leverage: null
        max_portfolio_drawdown: null
        daily_loss_limit: null
        turnover_constraint: {max_pod_turnover_per_rebalance: 0.01, max_total_turnover_per_rebalance: 0.01}
        maintenance_margin: 0.02
        liquidation_cost_bps: 70
        lifecycle: {enabled: false}
        pods:
          - pod_id: long
            strategy_name: buy-and-hold
            strategy_params: {strength: 10}
            symbols: [BTC/USDT]
            timeframe: 12H
            initial_fraction: 0.8
            max_fraction: 0.9
            max_leverage: 10
            rebalance_threshold: 0.01
          - pod_id: against
            strategy_name: ts-momentum
            strategy_params: {lookback: 5, vol_window: 10}
            symbols: [ETH/USDT, BTC/USDT]
            initial_fraction: 0.1
            max_fraction: 0.2
            rebalance_threshold: 0
          - pod_id: short
            strategy_name: ts-momentum
            strategy_params: {lookback: 5, vol_window: 10}
            symbols: [BTC/USDT]
            timeframe: 12H
            initial_fraction: 0.1
            max_fraction: 0.2
      """;

  @Test
  void theQuickstart(@TempDir Path scratch) throws IOException {
    Path folder = scratch.resolve("synthetic");
    SampleMarket.write(folder, SyntheticMarket.DEFAULT_SEED);
    PodflowSettings settings = FinishedRun.settings(ROOT.resolve("config/quickstart.yaml"));
    assertRecomputed(FinishedRun.ofFolder(settings, folder, scratch));
  }

  @Test
  void theLargestTierOnRealDays(@TempDir Path scratch) throws IOException {
    Path folder = Shared.path("data/1d");
    PodflowSettings settings = FinishedRun.settings(ROOT.resolve("config/tiers/17.yaml"));
    assertRecomputed(FinishedRun.ofFolder(settings, folder, scratch));
  }

  @Test
  void halfDaysMadeOfRealHours(@TempDir Path scratch) throws IOException {
    Path folder = Shared.path("data/1h");
    PodflowSettings settings = ConfigReader.installed().parse(HOURLY, "hourly").orThrow();
    assertRecomputed(FinishedRun.ofFolder(settings, folder, scratch));
  }

  @Test
  void equityThatIsUsedUp(@TempDir Path scratch) throws IOException {
    Path folder = Shared.path("data/1d");
    PodflowSettings settings = ConfigReader.installed().parse(RECKLESS, "reckless").orThrow();
    FinishedRun run = FinishedRun.ofFolder(settings, folder, scratch);
    assertRecomputed(run);
    assertThat(Recorded.read(run.runDb()).rows("events"))
        .anyMatch(event -> event.text("kind").equals("risk"));
  }

  @Test
  @Tag("RU1")
  void aPortfolioThatIsLiquidated(@TempDir Path scratch) throws IOException {
    Path folder = Shared.path("data/1h");
    PodflowSettings settings = ConfigReader.installed().parse(LIQUIDATED, "liquidated").orThrow();
    FinishedRun run = FinishedRun.ofFolder(settings, folder, scratch);
    assertRecomputed(run);
    Recorded recorded = Recorded.read(run.runDb());
    long ruin = recorded.rows("events").stream().filter(Run::isRuin).findFirst().orElseThrow().time;
    assertThat(recorded.rows("fills"))
        .filteredOn(fill -> fill.time == ruin && fill.number("slippage_cost") == 0)
        .isNotEmpty();
    assertThat(recorded.rows("pod_fills"))
        .anyMatch(fill -> fill.time == ruin && fill.text("fill_id").startsWith("mark:"));
    assertThat(recorded.rows("orders"))
        .anyMatch(order -> order.time < ruin && order.text("status").equals("EXPIRED"));
  }

  private static void assertRecomputed(FinishedRun run) {
    Outsider.Findings findings = run.check();
    assertThat(findings.rows())
        .allSatisfy(
            (table, rows) -> assertThat(rows > 0 || table.equals("unsent")).as(table).isTrue());
    assertThat(findings.errors().values()).allMatch(error -> error <= Comparison.TOLERANCE);
  }
}
