package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.config.ConfigReader;
import io.podflow.domain.market.Universe;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** What may not change a decision: names' order, the size of the capital, who stands idle by. */
class MetamorphicProperties {

  private static final int DAYS = 60;

  private static final List<String> OF_THE_PORTFOLIO =
      List.of("targets", "orders", "fills", "positions", "equity", "unsent");

  private static final List<String> ALL =
      List.of(
          "assets",
          "pods",
          "allocations",
          "targets",
          "orders",
          "fills",
          "pod_fills",
          "positions",
          "equity",
          "unsent",
          "events");

  /** Columns in money or in quantities. */
  private static final Set<String> GROW_WITH_CAPITAL =
      Set.of(
          "pods.capital",
          "pods.earned",
          "orders.quantity",
          "orders.band",
          "orders.volume_share",
          "fills.quantity",
          "fills.fee",
          "fills.slippage_cost",
          "pod_fills.quantity",
          "pod_fills.fee",
          "positions.quantity",
          "positions.value",
          "positions.unrealized_pnl",
          "equity.equity",
          "equity.cash",
          "equity.reserve",
          "equity.fees",
          "equity.funding",
          "equity.debt",
          "unsent.wanted",
          "unsent.held",
          "unsent.on_its_way",
          "unsent.limit");

  private static final String HEAD =
      """
      backtest: {capital: %s}
      orchestrator:
        allocation_method: inverse_volatility
        rebalance_trigger: hybrid
        rebalance_calendar_days: 3
        min_notional: 0
        funding_bps_per_8h: 2
        max_portfolio_volatility: 0.3
        pods:
      """;

  private static final String SELECTOR =
      """
             asset_selector: {enabled: true, sharpe_lookback: 10, return_lookback: 5,
               exclude_confirmation_bars: 2, include_confirmation_bars: 2, min_exclusion_bars: 3,
               ramp_steps: 3, min_active_assets: 0, exclude_score_threshold: 0.35,
               include_score_threshold: 0.45, absolute_max_drawdown: 0.2},
      """;

  private static final String ALLOCATION =
      """
             asset_allocation: {method: inverse_volatility, vol_lookback: 10, rebalance_bars: 3,
               min_weight: 0.05, max_weight: 0.7},
      """;

  private static final String A = podA("R0/U, R1/U, R2/U");

  private static final String B =
      """
          - {pod_id: b, strategy_name: ts-momentum, symbols: [R1/U, R3/U], timeframe: 1D,
             strategy_params: {lookback: 5, vol_window: 5}, system_stop_loss: 0.05,
             initial_state: production, initial_fraction: 0.3}
      """;

  private static final String C = podC("R3/U, R2/U, R0/U");

  private static String podA(String symbols) {
    return "    - {pod_id: a, strategy_name: buy-and-hold, symbols: ["
        + symbols
        + "], timeframe: 12H,\n"
        + SELECTOR
        + ALLOCATION
        + "       initial_state: production, initial_fraction: 0.3, exposure_basis: per_pod}\n";
  }

  private static String podC(String symbols) {
    return "    - {pod_id: c, strategy_name: ts-momentum, symbols: ["
        + symbols
        + "],\n       timeframe: 12H, strategy_params: {lookback: 6, vol_window: 5},\n"
        + ALLOCATION
        + "       use_trailing_stop: true, trailing_stop_atr_multiplier: 1,\n"
        + "       initial_state: incubation, initial_fraction: 0.2, exposure_basis: per_pod}\n";
  }

  private static final String BASE = HEAD.formatted(10_000) + A + B + C;

  /** In the window of the volatility cap the configured order decides which symbol is left out. */
  private static final String WITHOUT_TIES =
      HEAD.formatted(10_000).replace("volatility: 0.3", "volatility: null");

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("L7")
  void theOrderOfPodsDecidesNothing(@ForAll long seed) throws IOException {
    TableRows base = run(WITHOUT_TIES + A + B + C, seed, ALL);
    assertThat(base.rows("orders")).isNotEmpty();
    run(WITHOUT_TIES + C + A + B, seed, ALL).assertSameAs(base, 1, Set.of());
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("L7")
  void theOrderOfSymbolsDecidesNothing(@ForAll long seed) throws IOException {
    String turned = WITHOUT_TIES + podA("R2/U, R0/U, R1/U") + B + podC("R0/U, R3/U, R2/U");
    run(turned, seed, ALL).assertSameAs(run(WITHOUT_TIES + A + B + C, seed, ALL), 1, Set.of());
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("TR1")
  void tenTimesTheCapitalIsTenTimesTheSameOrders(@ForAll long seed) throws IOException {
    run(HEAD.formatted(100_000) + A + B + C, seed, ALL)
        .assertSameAs(run(BASE, seed, ALL), 10, GROW_WITH_CAPITAL);
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("C1")
  void aSymbolThatNeverTradesChangesNothingForTheOthersOfItsPod(@ForAll long seed)
      throws IOException {
    String wider = HEAD.formatted(10_000) + podA("R0/U, X/U, R1/U, R2/U") + B + C;
    run(wider, seed, ALL)
        .where(row -> !"X/U".equals(row.get("symbol")))
        .assertSameAs(run(BASE, seed, ALL), 1, Set.of());
  }

  private static final String FIXED =
      """
      backtest: {capital: 10000}
      orchestrator:
        rebalance_trigger: calendar
        min_rebalance_turnover: 1000
        lifecycle: {enabled: false}
        max_portfolio_volatility: null
        max_portfolio_drawdown: null
        daily_loss_limit: null
        max_single_pod_risk_pct: null
        correlation_stress_threshold: null
        netting_offset_warning_threshold: null
        max_gross_leverage: null
        pods:
      """;

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("L6")
  void twoHalvesOfAPodTradeLikeTheWhole(@ForAll long seed) throws IOException {
    String whole = FIXED + fixed("w", "0.6") + fixed("other", "0.3").replace("[R", "[R3/U, R");
    String halves =
        FIXED
            + fixed("w1", "0.3")
            + fixed("w2", "0.3")
            + fixed("other", "0.3").replace("[R", "[R3/U, R");
    TableRows one = run(whole, seed, OF_THE_PORTFOLIO);
    assertThat(one.rows("orders")).isNotEmpty();
    run(halves, seed, OF_THE_PORTFOLIO).assertSameAs(one, 1, Set.of());
  }

  private static String fixed(String id, String fraction) {
    return "    - {pod_id: "
        + id
        + ", strategy_name: ts-momentum, symbols: [R0/U, R1/U, R2/U], timeframe: 12H,\n"
        + "       strategy_params: {lookback: 5, vol_window: 5}, system_stop_loss: 0.04,\n"
        + SELECTOR
        + ALLOCATION
        + "       max_fraction: "
        + fraction
        + ", initial_fraction: "
        + fraction
        + "}\n";
  }

  /** A run over the market of {@link #BASE}, whatever the order of the symbols. */
  private static TableRows run(String yaml, long seed, List<String> tables) throws IOException {
    RunScope base = scope(BASE);
    RunScope scope = scope(yaml);
    Universe from = base.layout().universe();
    Universe to = scope.layout().universe();
    List<Bar> bars = new ArrayList<>();
    for (Bar bar : new RandomPortfolio(seed, DAYS).market(base).bars()) {
      int symbol = to.indexOf(from.symbol(bar.symbol()));
      if (scope.layout().timeframesOf(symbol).contains(bar.timeframe())) {
        bars.add(
            new Bar(
                symbol,
                bar.timeframe(),
                bar.closeTime(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume()));
      }
    }
    return TableRows.of(scope, new ListFeed(bars), tables);
  }

  private static RunScope scope(String yaml) {
    return RandomPortfolio.scope(ConfigReader.installed().parse(yaml, "laws").orThrow(), DAYS);
  }
}
