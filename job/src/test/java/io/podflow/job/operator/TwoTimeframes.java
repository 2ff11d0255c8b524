package io.podflow.job.operator;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.step.Routes;

/**
 * A portfolio in which every routing rule shows: B is traded daily and in half days, by two pods,
 * at different places of their lists.
 *
 * <pre>
 * daily   1D   A B      seats 0 1
 * half    12H  B C      seats 2 3
 * half-2  12H  C B      seats 4 5
 * </pre>
 */
final class TwoTimeframes {

  static final int A = 0;
  static final int B = 1;
  static final int C = 2;

  static final int DAILY = 0;
  static final int HALF = 1;

  static final long DAY = Timeframe.D1.millis();
  static final long HALF_DAY = Timeframe.H12.millis();

  /** Start of the first day that is traded; bars that close until then only warm up. */
  static final long START = 20_000 * DAY;

  private static final String YAML =
      """
      backtest: {capital: 10000}
      orchestrator:
        stale_after_bars: 3
        pods:
          - {pod_id: daily, strategy_name: buy-and-hold, symbols: [A/U, B/U], timeframe: 1D,
             initial_state: production, initial_fraction: 0.3}
          - {pod_id: half, strategy_name: ts-momentum, symbols: [B/U, C/U], timeframe: 12H,
             strategy_params: {lookback: 5, vol_window: 5},
             initial_state: production, initial_fraction: 0.3}
          - {pod_id: half-2, strategy_name: buy-and-hold, symbols: [C/U, B/U], timeframe: 12H,
             initial_state: production, initial_fraction: 0.3}
      """;

  private TwoTimeframes() {}

  /** Two days of warm-up, then so many days. */
  static RunScope scope(int days) {
    PodflowSettings settings = ConfigReader.installed().parse(YAML, "two-timeframes").orThrow();
    return RunScope.of(settings, new RunWindow(START - 2 * DAY, START, START + days * DAY));
  }

  static Bar bar(int symbol, Timeframe timeframe, long closeTime, double price) {
    return new Bar(symbol, timeframe, closeTime, price, price, price, price, 1);
  }

  /** The half-day bar of B on its way to the pod that is called half. */
  static PodBar halfB(long closeTime, double price) {
    return PodBar.of(Routes.asset(HALF, B), HALF, 0, bar(B, Timeframe.H12, closeTime, price));
  }

  /** The half-day bar of C on its way to the pod that is called half. */
  static PodBar halfC(long closeTime, double price) {
    return PodBar.of(Routes.asset(HALF, C), HALF, 1, bar(C, Timeframe.H12, closeTime, price));
  }
}
