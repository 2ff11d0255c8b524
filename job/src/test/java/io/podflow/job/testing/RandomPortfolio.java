package io.podflow.job.testing;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A random configuration and a random market for it, from one seed: pods of both timeframes that
 * share symbols, selectors quick enough to act, listings, delistings and gaps.
 */
public final class RandomPortfolio {

  private static final long START = 1_609_459_200_000L;
  private static final long HALF_DAY = Timeframe.H12.millis();

  private final SplittableRandom random;
  private final int days;

  public RandomPortfolio(long seed, int days) {
    this.random = new SplittableRandom(seed);
    this.days = days;
  }

  /** Settings that pass the configuration check. */
  public PodflowSettings settings() {
    String yaml = yaml();
    return ConfigReader.installed().parse(yaml, "random").orThrow();
  }

  /** The whole market, warmed up for some days. */
  public static RunScope scope(PodflowSettings settings, int days) {
    long warmUp = Timeframe.D1.millis() * settings.backtest().warmupDays();
    return RunScope.of(
        settings, new RunWindow(START - warmUp, START, START + days * Timeframe.D1.millis()));
  }

  /** The same as a document, for whoever adds to it. */
  public String yaml() {
    int pods = 1 + random.nextInt(4);
    StringBuilder yaml = new StringBuilder();
    line(yaml, 0, "backtest: {capital: 10000, warmup_days: %d}", random.nextInt(3) * 10);
    line(yaml, 0, "orchestrator:");
    line(
        yaml,
        2,
        "allocation_method: %s",
        pick(
            "equal_weight",
            "inverse_volatility",
            "risk_parity",
            "adaptive_kelly",
            "rolling_sharpe"));
    line(yaml, 2, "kelly_confidence_ramp: 20");
    line(yaml, 2, "rebalance_trigger: %s", pick("calendar", "threshold", "hybrid"));
    line(yaml, 2, "rebalance_calendar_days: %d", 1 + random.nextInt(9));
    line(yaml, 2, "rebalance_drift_threshold: 0.02");
    line(yaml, 2, "min_rebalance_turnover: %s", pick("0.0", "0.02"));
    line(yaml, 2, "max_gross_leverage: %d", 1 + random.nextInt(3));
    line(yaml, 2, "min_notional: %s", pick("0", "50"));
    line(yaml, 2, "correlation_lookback: %d", 30 + random.nextInt(30));
    beyond(yaml);
    limits(yaml);
    line(yaml, 2, "pods:");
    for (int pod = 0; pod < pods; pod++) {
      pod(yaml, pod, pods);
    }
    return yaml.toString();
  }

  /** What is off, or not used, by default. */
  private void beyond(StringBuilder yaml) {
    int lookback = 5 + random.nextInt(40);
    line(yaml, 2, "covariance: %s", pick("sample", "ledoit_wolf"));
    line(yaml, 2, "weight_shrinkage: %s", pick("0", "0", "0.3", "1"));
    line(yaml, 2, "rolling_sharpe: {lookback: %d, min_weight: 0.02}", lookback);
    if (random.nextInt(3) == 0) {
      line(
          yaml,
          2,
          "volatility_target: {annual: %s, lookback: %d, floor: 0.2}",
          pick("0.05", "0.2", "0.6"),
          lookback);
    }
  }

  /** Limits and lifecycles that act within a few weeks, or not at all. */
  private void limits(StringBuilder yaml) {
    line(yaml, 2, "funding_bps_per_8h: %s", pick("0", "0", "3", "-2"));
    line(yaml, 2, "daily_loss_limit: %s", pick("0.01", "0.03", "1"));
    line(yaml, 2, "max_portfolio_drawdown: %s", pick("0.02", "0.15", "1"));
    line(yaml, 2, "max_portfolio_volatility: %s", pick("0.1", "0.3", "1"));
    line(yaml, 2, "max_single_pod_risk_pct: %s", pick("0.4", "0.9"));
    line(yaml, 2, "prc_breach_severity: %s", pick("warning", "warning", "critical"));
    line(yaml, 2, "correlation_stress_threshold: %s", pick("0.7", "0.95", "1"));
    line(yaml, 2, "risk_recovery_steps: %d", 1 + random.nextInt(5));
    line(
        yaml,
        2,
        "graduation: {min_live_days: %d, min_sharpe: %s, min_trade_count: %d, min_calmar: 0.1,"
            + " max_portfolio_correlation: %s, max_incubation_days: %d}",
        10 + random.nextInt(10),
        pick("0", "0.5"),
        1 + random.nextInt(4),
        pick("0.65", "1"),
        20 + random.nextInt(60));
    line(
        yaml,
        2,
        "retirement: {max_drawdown_breach: %s, consecutive_loss_months: %d, probation_days: 8}",
        pick("0.1", "0.25", "1"),
        1 + random.nextInt(3));
    line(
        yaml,
        2,
        "page_hinkley: {lambda: %s, standardise: %s}",
        pick("1", "4"),
        pick("true", "false"));
    if (random.nextInt(3) == 0) {
      line(yaml, 2, "drawdown_derisk: {half: 0.03, zero: 0.08}");
    }
    if (random.nextInt(3) == 0) {
      line(yaml, 2, "cash_buffer: {adx_period: 5, trend_adx: 60, range_adx: 20}");
    }
  }

  private void stops(StringBuilder yaml) {
    line(yaml, 6, "drawdown_warning: %s", pick("0.03", "0.1"));
    line(yaml, 6, "system_stop_loss: %s", pick("null", "0.03", "0.1"));
    line(yaml, 6, "use_trailing_stop: %s", pick("true", "false"));
    line(yaml, 6, "trailing_stop_atr_multiplier: %s", pick("1", "2"));
  }

  private void pod(StringBuilder yaml, int pod, int pods) {
    int symbols = 2 + random.nextInt(4);
    int first = random.nextInt(3);
    List<String> names = new ArrayList<>();
    for (int s = 0; s < symbols; s++) {
      names.add("R" + (first + s) + "/USDT");
    }
    line(yaml, 4, "- pod_id: pod-%d", pod);
    line(yaml, 6, "symbols: %s", names);
    line(yaml, 6, "timeframe: %s", pick("1D", "12H"));
    line(yaml, 6, "initial_fraction: %s", Math.floor(90.0 / pods) / 100);
    line(yaml, 6, "max_fraction: %s", Math.max(0.37, Math.floor(90.0 / pods) / 100));
    line(yaml, 6, "min_fraction: 0.01");
    line(
        yaml,
        6,
        "initial_state: %s",
        pick("production", "production", "incubation", "warning", "retired"));
    line(yaml, 6, "exposure_basis: %s", pick("per_asset", "per_pod"));
    line(yaml, 6, "rebalance_threshold: %s", pick("0.0", "0.02", "0.1"));
    stops(yaml);
    switch (random.nextInt(3)) {
      case 0 -> line(yaml, 6, "strategy_name: buy-and-hold");
      case 1 -> momentum(yaml);
      default -> anchor(yaml);
    }
    if (random.nextInt(4) > 0) {
      allocation(yaml, symbols);
    }
    if (random.nextInt(4) > 0) {
      selector(yaml);
    }
  }

  private void momentum(StringBuilder yaml) {
    line(yaml, 6, "strategy_name: ts-momentum");
    line(yaml, 6, "strategy_params: {lookback: %d, vol_window: 5}", 5 + random.nextInt(10));
  }

  private void anchor(StringBuilder yaml) {
    line(yaml, 6, "strategy_name: anchor-mom");
    line(
        yaml,
        6,
        "strategy_params: {nearness_lookback: 10, mom_lookback: 5, vol_window: 5, atr_period: 5}");
  }

  private void allocation(StringBuilder yaml, int symbols) {
    line(
        yaml,
        6,
        "asset_allocation: {method: %s, vol_lookback: 10, rebalance_bars: %d, min_weight: 0.05,"
            + " max_weight: %s, dual_momentum: {lookback: %d, exposure_floor: %s}}",
        pick(
            "equal_weight",
            "inverse_volatility",
            "risk_parity",
            "signal_weighted",
            "dual_momentum"),
        1 + random.nextInt(6),
        symbols == 2 ? "0.7" : "0.6",
        5 + random.nextInt(15),
        pick("0", "0.3"));
  }

  private void selector(StringBuilder yaml) {
    line(
        yaml,
        6,
        "asset_selector: {enabled: true, sharpe_lookback: 10, return_lookback: 5,"
            + " exclude_confirmation_bars: %d, include_confirmation_bars: %d, min_exclusion_bars: %d,"
            + " ramp_steps: %d, min_active_assets: %d, exclude_score_threshold: 0.35,"
            + " include_score_threshold: 0.45%s}",
        1 + random.nextInt(3),
        1 + random.nextInt(3),
        1 + random.nextInt(6),
        1 + random.nextInt(5),
        random.nextInt(3),
        selectorLimits());
  }

  private String selectorLimits() {
    return pick("", ", absolute_min_sharpe: -4.0")
        + pick("", ", absolute_max_drawdown: 0.12")
        + pick("", ", max_cooldown_cycles: " + (1 + random.nextInt(3)));
  }

  /** Bars of every symbol in every timeframe it is traded in. */
  public ListFeed market(RunScope scope) {
    List<Bar> bars = new ArrayList<>();
    for (int symbol = 0; symbol < scope.layout().universe().size(); symbol++) {
      symbol(bars, scope, symbol);
    }
    return new ListFeed(bars);
  }

  private void symbol(List<Bar> bars, RunScope scope, int symbol) {
    long from = scope.window().warmUpFrom();
    long to = scope.window().horizon();
    if (random.nextInt(4) == 0) {
      from += HALF_DAY * random.nextInt(days);
    }
    if (random.nextInt(4) == 0) {
      to -= HALF_DAY * random.nextInt(days);
    }
    double price = 10 + 100 * random.nextDouble();
    double missing = random.nextInt(3) == 0 ? 0.15 : 0.0;
    double drift = 0.01 * (random.nextDouble() - 0.5);
    double dayOpen = Double.NaN;
    for (long close = from + HALF_DAY; close <= to; close += HALF_DAY) {
      double open = price;
      price *= 1 + drift + 0.06 * (random.nextDouble() - 0.5);
      boolean secondHalf = Timeframe.D1.closesAt(close);
      if (!secondHalf || Double.isNaN(dayOpen)) {
        dayOpen = open;
      }
      if (random.nextDouble() >= missing) {
        add(bars, scope, symbol, Timeframe.H12, close, open, price);
        if (secondHalf) {
          add(bars, scope, symbol, Timeframe.D1, close, dayOpen, price);
        }
      }
    }
  }

  private static void add(
      List<Bar> bars,
      RunScope scope,
      int symbol,
      Timeframe timeframe,
      long closeTime,
      double open,
      double close) {
    if (scope.layout().timeframesOf(symbol).contains(timeframe)) {
      double high = Math.max(open, close) * 1.001;
      double low = Math.min(open, close) * 0.999;
      bars.add(new Bar(symbol, timeframe, closeTime, open, high, low, close, 1_000));
    }
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static void line(StringBuilder yaml, int indent, String format, Object... values) {
    yaml.append(" ".repeat(indent)).append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
