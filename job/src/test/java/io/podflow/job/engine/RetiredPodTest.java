package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.job.testing.ForcedChanges;
import io.podflow.job.testing.ForcedChanges.Change;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pod that retires while it holds something gives it all up, at once or as soon as bars come. */
class RetiredPodTest {

  private static final int DAYS = 60;
  private static final int RETIRES = 20;

  /** A band as wide as can be and a least order that nothing reaches: only force gets through. */
  private static final String PODS =
      """
      backtest: {capital: 10000}
      orchestrator:
        min_order: 0.1
        daily_loss_limit: null
        max_portfolio_drawdown: null
        graduation: {min_live_days: 50, max_incubation_days: 20}
        pods:
          - {pod_id: leaves, strategy_name: buy-and-hold, symbols: [R0/U, R1/U, R2/U],
             initial_state: incubation, initial_fraction: 0.4, max_fraction: 0.5,
             rebalance_threshold: 1}
          - {pod_id: stays, strategy_name: buy-and-hold, symbols: [R2/U, R3/U],
             initial_state: production, initial_fraction: 0.4, rebalance_threshold: 1,
             lifecycle: {enabled: false}}
      """;

  @Test
  @Tag("TR2")
  @Tag("EV5")
  void holdsNothingAfterItsNextFill(@TempDir Path folder) throws Exception {
    RunScope scope =
        RandomPortfolio.scope(ConfigReader.installed().parse(PODS, "retires").orThrow(), DAYS);
    Path run = new Runs(scope, market(scope), folder).database();
    ForcedChanges forced = ForcedChanges.of(run);

    assertThat(forced.withSomethingHeld("retirement"))
        .as("it retires with all it had")
        .extracting(Change::pod, Change::symbol)
        .contains(tuple("leaves", "R0/U"), tuple("leaves", "R1/U"), tuple("leaves", "R2/U"));
    assertThat(forced.untold()).isEmpty();
    assertThat(forced.keptAfterRetirement()).isEmpty();
  }

  /** Daily bars of four symbols; the second has none on the two days after the retirement. */
  private static ListFeed market(RunScope scope) {
    List<Bar> bars = new ArrayList<>();
    for (int symbol = 0; symbol < 4; symbol++) {
      for (int day = 1; day <= DAYS; day++) {
        if (symbol == 1 && (day == RETIRES + 1 || day == RETIRES + 2)) {
          continue;
        }
        long close = scope.window().from() + day * Timeframe.D1.millis();
        double price = 100 + 2 * Math.sin(day / (3.0 + symbol));
        bars.add(new Bar(symbol, Timeframe.D1, close, price, price, price, price, 1_000));
      }
    }
    return new ListFeed(bars);
  }
}
