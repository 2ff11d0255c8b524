package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requirement D1 in a whole run: without a floor, all assets may leave, and the pod is warned. */
@Tag("D1")
class AllExcludedTest {

  private static final int DAYS = 80;

  // Columns of assets.
  private static final int STATE = 14;
  private static final int MULTIPLIER = 16;
  private static final int TARGET = 22;

  private static RunRows run(int floor) throws IOException {
    String yaml =
        """
        backtest: {capital: 10000}
        orchestrator:
          retirement: {max_drawdown_breach: 1}
          pods:
            - pod_id: only
              strategy_name: buy-and-hold
              symbols: [R0/U, R1/U, R2/U]
              initial_state: production
              initial_fraction: 0.4
              system_stop_loss: null
              asset_selector: {enabled: true, sharpe_lookback: 10, return_lookback: 5,
                min_exclusion_bars: 15, absolute_max_drawdown: 0.02, min_active_assets: %d}
        """
            .formatted(floor);
    RunScope scope =
        RandomPortfolio.scope(ConfigReader.installed().parse(yaml, "d1").orThrow(), DAYS);
    return RunRows.of(scope, market(scope));
  }

  /** Three symbols that go up and down by more than the selector allows, each in its own time. */
  private static ListFeed market(RunScope scope) {
    List<Bar> bars = new ArrayList<>();
    for (int symbol = 0; symbol < 3; symbol++) {
      for (int day = 1; day <= DAYS; day++) {
        long close = scope.window().from() + day * Timeframe.D1.millis();
        double price = 100 + 10 * Math.sin(day / (3.0 + symbol));
        bars.add(new Bar(symbol, Timeframe.D1, close, price, price, price, price, 1));
      }
    }
    return new ListFeed(bars);
  }

  private static List<String> changes(RunRows run) {
    return run.rows("events").stream()
        .filter(row -> RunRows.column(row, 1).equals("lifecycle"))
        .filter(row -> !RunRows.column(row, 5).isEmpty())
        .toList();
  }

  @Test
  void aPodAllOfWhoseAssetsAreOutIsWarnedAndStaysSoWhileTheyAre() throws IOException {
    RunRows run = run(0);
    List<String> changes = changes(run);

    assertThat(changes.get(0)).contains("|only||PRODUCTION|WARNING|").contains("all assets are");
    String warned = RunRows.column(changes.get(0), 0);
    assertThat(run.rowsAt("assets", warned))
        .isNotEmpty()
        .allMatch(row -> RunRows.column(row, STATE).equals("COOLDOWN"))
        .allMatch(row -> RunRows.number(row, TARGET) == 0);
    for (String change : changes) {
      if (change.contains("|WARNING|PRODUCTION|")) {
        assertThat(run.rowsAt("assets", RunRows.column(change, 0)))
            .anyMatch(row -> RunRows.number(row, MULTIPLIER) > 0);
      }
    }
  }

  @Test
  void theFloorKeepsAPodFromIt() throws IOException {
    assertThat(changes(run(1))).noneMatch(row -> row.contains("all assets are excluded"));
  }
}
