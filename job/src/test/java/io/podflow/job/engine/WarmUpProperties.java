package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * Bars before the start feed windows and nothing else (decision FP22): once windows are full, what
 * is read off them does not depend on when a run began, and nothing is traded before its start.
 */
@Tag("J2")
class WarmUpProperties {

  private static final long DAY = Timeframe.D1.millis();
  private static final long FIRST_BAR = 18_000 * DAY;

  /** Longer than the longest window, 60 daily returns, with bars missing. */
  private static final int WARM_UP_DAYS = 100;

  private static final int DAYS = 40;

  /** Columns of {@code assets} that say what a symbol did and what its strategy thinks of it. */
  private static final int OWN_COLUMNS = 10;

  private static final String YAML =
      """
      backtest: {capital: 10000, warmup_days: 100}
      orchestrator:
        pods:
          - {pod_id: momentum, strategy_name: ts-momentum, symbols: [R0/U, R1/U, R2/U],
             strategy_params: {lookback: 20, vol_window: 20}, timeframe: 1D,
             initial_state: production, initial_fraction: 0.3,
             asset_selector: {enabled: true, sharpe_lookback: 30, return_lookback: 20}}
          - {pod_id: anchor, strategy_name: anchor-mom, symbols: [R1/U, R2/U, R3/U],
             strategy_params: {nearness_lookback: 40, mom_lookback: 20, short_mode: 2},
             timeframe: 12H, initial_state: production, initial_fraction: 0.3,
             asset_allocation: {method: inverse_volatility, vol_lookback: 20}}
          - {pod_id: hold, strategy_name: buy-and-hold, symbols: [R0/U, R3/U], timeframe: 1D,
             initial_state: production, initial_fraction: 0.3}
      """;

  private final PodflowSettings settings =
      ConfigReader.installed().parse(YAML, "warm-up").orThrow();

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void theStartOfARunDoesNotShowInFullWindows(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int days) throws IOException {
    RunScope cold = scope(0, 0);
    RunScope warm = scope(WARM_UP_DAYS, WARM_UP_DAYS);
    RunScope later = scope(WARM_UP_DAYS + days, WARM_UP_DAYS);
    ListFeed market = new RandomPortfolio(seed, DAYS).market(cold);
    long from = later.window().from();

    List<String> expected = ownColumns(run(cold, market), from);
    Assume.that(!expected.isEmpty());
    assertThat(ownColumns(run(warm, market), from)).isEqualTo(expected);
    assertThat(ownColumns(run(later, market), from)).isEqualTo(expected);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void nothingIsDecidedBeforeTheStart(@ForAll long seed) throws IOException {
    RunScope warm = scope(WARM_UP_DAYS, WARM_UP_DAYS);
    ListFeed market = new RandomPortfolio(seed, DAYS).market(warm);
    RunRows run = run(warm, market);
    String start = Instant.ofEpochMilli(warm.window().from()).toString();

    Assume.that(!run.rows("equity").isEmpty());
    for (String table : RunTables.OF_CLOSES) {
      assertThat(run.rows(table))
          .as(table)
          .allSatisfy(row -> assertThat(RunRows.column(row, 0)).isGreaterThan(start));
    }
    String first = RunRows.column(run.rows("equity").get(0), 0);
    assertThat(run.rows("fills"))
        .as("what the first close decides fills at the next")
        .allSatisfy(row -> assertThat(RunRows.column(row, 0)).isGreaterThan(first));
  }

  /** A run that starts so many days after the first bar. */
  private RunScope scope(int startDay, int warmUpDays) {
    long from = FIRST_BAR + startDay * DAY;
    return RunScope.of(
        settings,
        new RunWindow(from - warmUpDays * DAY, from, FIRST_BAR + (WARM_UP_DAYS + DAYS) * DAY));
  }

  /** The run sees the bars that open in its window. */
  private static RunRows run(RunScope scope, ListFeed market) throws IOException {
    return RunRows.of(
        scope,
        new ListFeed(
            market.bars().stream()
                .filter(
                    bar ->
                        bar.closeTime() - bar.timeframe().millis() >= scope.window().warmUpFrom())
                .toList()));
  }

  private static List<String> ownColumns(RunRows run, long after) {
    String start = Instant.ofEpochMilli(after).toString();
    return run.rows("assets").stream()
        .filter(row -> RunRows.column(row, 0).compareTo(start) > 0)
        .map(WarmUpProperties::ownColumns)
        .toList();
  }

  private static String ownColumns(String row) {
    return List.of(row.split("\\|", -1)).stream()
        .limit(OWN_COLUMNS)
        .collect(Collectors.joining("|"));
  }
}
