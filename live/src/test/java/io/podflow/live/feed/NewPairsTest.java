package io.podflow.live.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.testing.Versions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pods and symbols that a version adds are given to warm up from. */
@Tag("G1")
class NewPairsTest {

  private static final String FAST =
      "{pod_id: fast, strategy_name: buy-and-hold, symbols: [B/U, C/U], timeframe: 2h,"
          + " max_fraction: 0.3}";
  private static final String HOURLY =
      "{pod_id: one, strategy_name: buy-and-hold, symbols: [A/U, B/U], timeframe: 1h,"
          + " max_fraction: 0.3}";

  private final PodflowSettings before = Versions.settings(HOURLY);
  private final PodflowSettings next =
      ConfigReader.installed()
          .parse("backtest: {warmup_days: 5}\n" + Versions.yaml(HOURLY, FAST), "pods")
          .orThrow();
  private final PortfolioLayout layout = PortfolioLayout.of(next.orchestrator());
  private final NewPairs pairs = new NewPairs(before.orchestrator(), layout);

  @Test
  void onlyTheBarsOfNewPairsInTheirPodsTimeframe() {
    List<Bar> bars = pairs.bars(rows(8), next.backtest(), 8 * Timeframe.H1.millis());
    assertThat(bars).extracting(Bar::timeframe).containsOnly(Timeframe.H2);
    assertThat(bars).extracting(Bar::symbol).containsOnly(symbol("B/U"), symbol("C/U")).hasSize(8);
    assertThat(bars).extracting(Bar::closeTime).isSorted();
    assertThat(pairs.symbols()).containsExactlyInAnyOrder("B/U", "C/U");
  }

  /** The rest of it comes to the job, which makes it a bar by itself. */
  @Test
  void aBarWhoseCloseIsNotOverIsLeftOut() {
    assertThat(pairs.bars(rows(7), next.backtest(), 7 * Timeframe.H1.millis())).hasSize(6);
  }

  @Test
  void noMoreThanTheDaysOfTheWarmUp() {
    int days = next.backtest().warmupDays();
    List<Bar> bars = pairs.bars(rows((days + 5) * 24), next.backtest(), Long.MAX_VALUE);
    assertThat(bars).hasSize(days * 24).hasSize(120);
  }

  @Test
  void aSymbolThatAPodTakesOnIsNewToIt() {
    PodflowSettings wider = Versions.settings(HOURLY.replace("B/U]", "B/U, C/U]"));
    NewPairs added = new NewPairs(before.orchestrator(), PortfolioLayout.of(wider.orchestrator()));
    assertThat(added.symbols()).containsExactly("C/U");
    assertThat(new NewPairs(next.orchestrator(), layout).isEmpty()).isTrue();
  }

  @Test
  void withoutRowsThereAreNone() {
    assertThat(pairs.bars(List.of(), next.backtest(), 0)).isEmpty();
  }

  private int symbol(String name) {
    return layout.universe().indexOf(name);
  }

  private List<MarketRow> rows(int hours) {
    List<MarketRow> rows = new ArrayList<>();
    for (int hour = 0; hour < hours; hour++) {
      for (int symbol = 0; symbol < layout.universe().size(); symbol++) {
        rows.add(HistoryTest.row(symbol, hour, 1 + symbol));
      }
    }
    return rows;
  }
}
