package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.ConfigReader;
import io.podflow.job.testing.RandomPortfolio;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** What a pod's own account knows of, and what belongs to the portfolio alone (decision EV8). */
@Tag("EV8")
class OwnAccountProperties {

  private static final int DAYS = 60;

  private static final List<String> OWN_FIGURES =
      List.of(
          "time",
          "pod",
          "daily_return",
          "account",
          "funding",
          "sharpe",
          "max_drawdown",
          "drawdown",
          "live_days",
          "gross_target");

  private static final String FREE =
      """
      min_order: 0, max_gross_leverage: null, daily_loss_limit: null,
          max_portfolio_drawdown: null, maintenance_margin: 0""";

  /** Everything that stands between what pods want and what the portfolio holds. */
  private static final String BOUND =
      """
      min_order: 0.02, max_gross_leverage: 1, daily_loss_limit: 0.005,
          max_portfolio_drawdown: 0.02, max_portfolio_volatility: 0.05, maintenance_margin: 0.2,
          liquidation_cost_bps: 500, slippage: {model: square_root, coefficient: 80}""";

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void whatThePortfolioDoesWithATargetIsNothingToTheAccount(@ForAll long seed) throws IOException {
    TableRows free = run(FREE, "0", 0.05, 4, seed);
    TableRows bound = run(BOUND, "0.6", 0.05, 4, seed);
    assertThat(own(bound)).isEqualTo(own(free));
    assertThat(bound.rows("equity")).isNotEqualTo(free.rows("equity"));
    assertThat(bound.rows("fills")).isNotEqualTo(free.rows("fills"));
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void stopsAndFlatCostsAndFundingAreOfTheAccount(@ForAll long seed) throws IOException {
    List<List<Object>> base = own(run(FREE, "0", 0.05, 4, seed));
    assertThat(own(run(FREE, "0", 0.002, 4, seed))).as("stop").isNotEqualTo(base);
    assertThat(own(run(FREE, "0", 0.05, 40, seed))).as("costs").isNotEqualTo(base);
    assertThat(own(run(FREE + ", funding_bps_per_8h: 5", "0", 0.05, 4, seed)))
        .as("funding")
        .isNotEqualTo(base);
  }

  private static List<List<Object>> own(TableRows run) {
    return run.rows("pods").stream().map(OwnAccountProperties::own).toList();
  }

  private static List<Object> own(Map<String, Object> row) {
    return OWN_FIGURES.stream().map(column -> (Object) String.valueOf(row.get(column))).toList();
  }

  private static TableRows run(
      String limits, String threshold, double stop, double costBps, long seed) throws IOException {
    String yaml =
        """
        backtest: {capital: 10000}
        orchestrator: {cost_bps: %s, lifecycle: {enabled: false}, %s,
          pods: [
            {pod_id: a, strategy_name: buy-and-hold, symbols: [R0/U, R1/U], timeframe: 12H,
              system_stop_loss: %s, initial_fraction: 0.4, rebalance_threshold: %s},
            {pod_id: b, strategy_name: ts-momentum, symbols: [R1/U, R2/U], timeframe: 1D,
              strategy_params: {lookback: 5, vol_window: 5}, initial_fraction: 0.4,
              rebalance_threshold: %s}]}
        """
            .formatted(costBps, limits, stop, threshold, threshold);
    RunScope scope =
        RandomPortfolio.scope(ConfigReader.installed().parse(yaml, "own account").orThrow(), DAYS);
    return TableRows.of(
        scope, new RandomPortfolio(seed, DAYS).market(scope), List.of("pods", "equity", "fills"));
  }
}
