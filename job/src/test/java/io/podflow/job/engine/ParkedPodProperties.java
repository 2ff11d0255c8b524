package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.ConfigReader;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** A pod that starts RETIRED gets nothing, trades nothing and is in nobody's way. */
class ParkedPodProperties {

  private static final int DAYS = 50;
  private static final String PARKED = "parked";

  private static final String OTHERS =
      """
      backtest: {capital: 10000}
      orchestrator:
        allocation_method: inverse_volatility
        rebalance_trigger: hybrid
        rebalance_calendar_days: 3
        turnover_constraint:
          max_pod_turnover_per_rebalance: 0.05
          max_total_turnover_per_rebalance: 0.06
        pods:
          - {pod_id: a, strategy_name: buy-and-hold, symbols: [R0/U, R1/U], timeframe: 12H,
             initial_state: production, initial_fraction: 0.1}
          - {pod_id: b, strategy_name: ts-momentum, symbols: [R1/U, R2/U],
             strategy_params: {lookback: 5, vol_window: 5},
             initial_state: production, initial_fraction: 0.3}
          - {pod_id: c, strategy_name: buy-and-hold, symbols: [R2/U, R3/U],
             initial_state: incubation, initial_fraction: 0.2}
      """;

  private static final String WITH_PARKED =
      OTHERS
          + """
          - {pod_id: parked, strategy_name: buy-and-hold, symbols: [R3/U, R2/U, R0/U],
             initial_state: retired, initial_fraction: 0.3, max_fraction: 0.3}
      """;

  /** Where rows name a pod. */
  private static final Map<String, Integer> POD_COLUMN =
      Map.of("assets", 1, "pods", 1, "allocations", 1, "pod_fills", 2, "events", 2);

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("A3")
  void aParkedPodHasNothingAndTradesNothing(@ForAll long seed) throws IOException {
    RunRows run = run(WITH_PARKED, seed);
    assertThat(rowsOfParked(run, "pods"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(RunRows.column(row, 2)).isEqualTo("RETIRED");
              assertThat(RunRows.column(row, 3)).as("fraction").isEqualTo("0.0");
              assertThat(RunRows.column(row, 4)).as("capital").isEqualTo("0.0");
            });
    assertThat(rowsOfParked(run, "allocations"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(RunRows.column(row, 4)).as("lifecycle weight").isEqualTo("0.0");
              assertThat(RunRows.column(row, 6)).as("fraction").isEqualTo("0.0");
              assertThat(RunRows.column(row, 7)).as("turnover").isEqualTo("0.0");
            });
    assertThat(rowsOfParked(run, "pod_fills")).isEmpty();
    assertThat(run.rows("fills")).as("the others trade").isNotEmpty();
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("A3")
  void theOthersDecideAsIfItWereNotThere(@ForAll long seed) throws IOException {
    RunRows with = run(WITH_PARKED, seed);
    RunRows without = run(OTHERS, seed);
    for (String table : RunTables.OF_CLOSES) {
      assertThat(ofTheOthers(with, table)).as(table).isEqualTo(ofTheOthers(without, table));
    }
    assertThat(without.rows("allocations"))
        .as("the turnover limit binds, so a share of it would show")
        .anyMatch(row -> !RunRows.column(row, 4).equals(RunRows.column(row, 6)));
  }

  private static RunRows run(String yaml, long seed) throws IOException {
    RunScope scope =
        RandomPortfolio.scope(ConfigReader.installed().parse(yaml, PARKED).orThrow(), DAYS);
    ListFeed market = new RandomPortfolio(seed, DAYS).market(scope);
    return RunRows.of(scope, market);
  }

  private static List<String> rowsOfParked(RunRows run, String table) {
    return run.rows(table).stream().filter(row -> isParked(table, row)).toList();
  }

  /** Why capital lies idle names every pod that has none, the parked one too. */
  private static List<String> ofTheOthers(RunRows run, String table) {
    return run.rows(table).stream()
        .filter(row -> !isParked(table, row))
        .map(row -> row.contains("|idle|") ? row.substring(0, row.indexOf(": ")) : row)
        .toList();
  }

  private static boolean isParked(String table, String row) {
    Integer column = POD_COLUMN.get(table);
    return column != null && RunRows.column(row, column).equals(PARKED);
  }
}
