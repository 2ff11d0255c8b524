package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.ConfigReader;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Runs;
import io.podflow.job.testing.Runs.Stretch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job goes on from a savepoint under a configuration that has one pod less and one more. The pod
 * that is gone came first, so whoever counted pods or symbols anew would take one for another.
 */
class PodRemovalTest {

  private static final int DAYS = 60;

  private static final String GONE =
      "{pod_id: gone, strategy_name: buy-and-hold, symbols: [R0/U, R1/U], initial_fraction: 0.3,"
          + " initial_state: production}";
  private static final String STAY =
      "{pod_id: stay, strategy_name: buy-and-hold, symbols: [R1/U, R2/U], initial_fraction: 0.2,"
          + " initial_state: production}";
  private static final String WIDE =
      "{pod_id: wide, strategy_name: ts-momentum, symbols: [R2/U, R3/U], initial_fraction: 0.1,"
          + " strategy_params: {lookback: 5, vol_window: 5}, initial_state: production}";
  private static final String LATE =
      "{pod_id: late, strategy_name: buy-and-hold, symbols: [R3/U], initial_fraction: 0.1}";

  @TempDir private Path folder;

  private final RunScope before = scope(GONE, STAY, WIDE);

  @Test
  @Tag("E1")
  @Tag("E2")
  @Tag("L5")
  void whatARemovedPodHeldIsClosedOrLeftToThoseWhoTradeItAndTheOthersGoOn() throws Exception {
    RunScope next = scope(STAY, WIDE, LATE);
    RunScope after =
        new RunScope(
            PortfolioLayout.of(next.layout().settings(), before.layout().lineage()),
            before.window(),
            before.capital(),
            before.funding(),
            before.mode());
    ListFeed market = new RandomPortfolio(11, DAYS).market(before);
    int half = market.bars().size() / 2;
    List<Stretch> stretch = List.of(new Stretch(before, List.of((long) half)));
    Map<String, List<String>> tables = new Runs(after, market, folder).switched(stretch, 1);
    RunRows run = new RunRows(tables);
    RunRows undisturbed = RunRows.of(before, market);

    assertThat(of("stay", run.rows("assets"))).isEqualTo(of("stay", undisturbed.rows("assets")));
    assertThat(of("wide", run.rows("assets"))).isEqualTo(of("wide", undisturbed.rows("assets")));
    assertThat(of("late", run.rows("assets"))).isNotEmpty();
    assertThat(run.rows("orders"))
        .filteredOn(row -> row.contains("|orphan|"))
        .singleElement()
        .asString()
        .contains("R0/U", "SELL", "FILLED");
    assertThat(run.rows("pod_fills"))
        .filteredOn(row -> row.contains(":x|gone|R1/U|-"))
        .as("the shared position crosses")
        .isNotEmpty();
    assertThat(run.rows("events")).filteredOn(row -> row.contains("is reserve")).hasSize(1);
    String last = RunRows.column(run.rows("equity").get(run.rows("equity").size() - 1), 0);
    assertThat(run.rows("positions"))
        .filteredOn(row -> row.startsWith(last))
        .noneMatch(row -> row.contains("R0/U"));

    assertThat(new Runs(after, market, folder).switched(stretch, 2)).isEqualTo(tables);
  }

  private static List<String> of(String pod, List<String> rows) {
    return rows.stream().filter(row -> row.contains("|" + pod + "|")).toList();
  }

  private static RunScope scope(String... pods) {
    String yaml =
        "backtest: {capital: 10000}\norchestrator:\n  daily_loss_limit: 1\n  max_portfolio_drawdown: 1\n  max_portfolio_volatility: 1\n  pods:\n    - "
            + String.join("\n    - ", pods);
    return RandomPortfolio.scope(ConfigReader.installed().parse(yaml, "pods").orThrow(), DAYS);
  }
}
