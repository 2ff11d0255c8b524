package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.ConfigReader;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.RunTables;
import io.podflow.job.testing.Runs;
import io.podflow.job.testing.Runs.Stretch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A portfolio begins with equal weights, goes on by inverse volatility and ends with adaptive
 * Kelly. Only the configuration changes; state comes from savepoints.
 *
 * <p>What a method asks for follows from the pods' own accounts, which know nothing of their share
 * of capital. So after a switch the job must ask for exactly what a job asks for that had the new
 * method from the start.
 */
class AllocationMethodSwitchTest {

  private static final int DAYS = 90;
  private static final long SEED = 11;

  @TempDir private Path folder;

  @Test
  @Tag("G1")
  @Tag("L5")
  void onlyTheConfigurationChanges() throws Exception {
    RunScope equal = scope("equal_weight");
    RunScope inverse = scope("inverse_volatility");
    RunScope kelly = scope("adaptive_kelly");
    ListFeed market = new RandomPortfolio(SEED, DAYS).market(equal);
    int third = market.bars().size() / 3;
    long first = market.bars().get(third - 1).closeTime();
    long second = market.bars().get(2 * third - 1).closeTime();

    RunRows run =
        new RunRows(
            new Runs(kelly, market, folder)
                .switched(
                    List.of(
                        new Stretch(equal, List.of((long) third)),
                        new Stretch(inverse, List.of((long) third))),
                    1));

    RunRows before = RunRows.of(equal, market);
    for (String table : RunTables.OF_CLOSES) {
      assertThat(run.rowsBefore(table, first))
          .as(table)
          .isNotEmpty()
          .isEqualTo(before.rowsBefore(table, first));
    }
    assertThat(run.rows("assets")).as("pods go on").isEqualTo(before.rows("assets"));
    assertAsked(run, RunRows.of(inverse, market), before, first, second);
    assertAsked(run, RunRows.of(kelly, market), before, second, Long.MAX_VALUE);
    LedgerAudit.audit(equal, run);
  }

  @Test
  @Tag("G2")
  @Tag("L5")
  void theCovarianceChangesByConfigurationToo() throws Exception {
    RunScope sample = scope("risk_parity");
    RunScope shrunk = scope("risk_parity\n  covariance: ledoit_wolf");
    ListFeed market = new RandomPortfolio(SEED, DAYS).market(sample);
    int half = market.bars().size() / 2;
    long moment = market.bars().get(half - 1).closeTime();

    RunRows run =
        new RunRows(
            new Runs(shrunk, market, folder)
                .switched(List.of(new Stretch(sample, List.of((long) half))), 1));

    assertAsked(
        run, RunRows.of(shrunk, market), RunRows.of(sample, market), moment, Long.MAX_VALUE);
    LedgerAudit.audit(sample, run);
  }

  /** From one moment to before another, {@code run} asks for what {@code method} asks for. */
  private static void assertAsked(RunRows run, RunRows method, RunRows before, long from, long to) {
    assertThat(asked(run, from, to))
        .isNotEmpty()
        .isEqualTo(asked(method, from, to))
        .isNotEqualTo(asked(before, from, to));
    assertThat(given(run, from, to)).isNotEqualTo(given(before, from, to));
  }

  /** Time, pod, trigger, method weight, weight within the bounds of the pod. */
  private static List<String> asked(RunRows run, long from, long to) {
    return allocations(run, from, to).stream()
        .map(row -> Arrays.stream(row.split("\\|", -1)).limit(5).collect(Collectors.joining("|")))
        .toList();
  }

  /** The fractions that came of it. */
  private static List<String> given(RunRows run, long from, long to) {
    return allocations(run, from, to).stream().map(row -> RunRows.column(row, 6)).toList();
  }

  private static List<String> allocations(RunRows run, long from, long to) {
    List<String> earlier = run.rowsBefore("allocations", from);
    return run.rows("allocations").stream()
        .skip(earlier.size())
        .limit(
            to == Long.MAX_VALUE ? to : run.rowsBefore("allocations", to).size() - earlier.size())
        .toList();
  }

  private static RunScope scope(String method) {
    String yaml =
        """
        backtest: {capital: 10000}
        orchestrator:
          allocation_method: %s
          kelly_fraction: 0.5
          kelly_confidence_ramp: 20
          correlation_lookback: 30
          rebalance_trigger: calendar
          rebalance_calendar_days: 5
          min_rebalance_turnover: 0
          pods:
            - {pod_id: hold, strategy_name: buy-and-hold, symbols: [R0/U, R1/U],
               initial_state: production, initial_fraction: 0.3}
            - {pod_id: momentum, strategy_name: ts-momentum, symbols: [R1/U, R2/U],
               strategy_params: {lookback: 5, vol_window: 5},
               initial_state: production, initial_fraction: 0.2,
               asset_selector: {enabled: true, sharpe_lookback: 10, return_lookback: 5,
                                exclude_confirmation_bars: 2, min_exclusion_bars: 3}}
            - {pod_id: wide, strategy_name: buy-and-hold, symbols: [R0/U, R2/U, R3/U],
               initial_state: production, initial_fraction: 0.1,
               asset_allocation: {method: inverse_volatility, vol_lookback: 10, max_weight: 0.6}}
        """
            .formatted(method);
    return RandomPortfolio.scope(ConfigReader.installed().parse(yaml, method).orThrow(), DAYS);
  }
}
