package io.podflow.chaos;

import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.sample.SampleMarket;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The configuration and the bars of all runs.
 *
 * @param inventory the synthetic market
 * @param scope with the stretch of it that is traded
 */
record TradedMarket(BarInventory inventory, RunScope scope) {

  /**
   * @param config a configuration file
   * @param folder gets the bars
   * @param closes how many are to be traded, at least
   */
  static TradedMarket of(Path config, Path folder, int closes) throws IOException {
    SampleMarket.write(folder, SyntheticMarket.DEFAULT_SEED);
    PodflowSettings settings = read(config, folder, null);
    PortfolioLayout layout = PortfolioLayout.of(settings.orchestrator());
    LocalDate start = settings.backtest().start();
    long from = UtcDays.startOf(start);
    long last = from;
    for (int i = 0; i < closes; i++) {
      last = layout.nextClose(last);
    }
    LocalDate end = start.plusDays((last - from) / UtcDays.DAY_MILLIS);
    PodflowSettings bounded = read(config, folder, end.toString());
    BarInventory inventory = BarFolder.inventory(folder, layout);
    return new TradedMarket(
        inventory, RunScope.of(bounded, BarFolder.window(bounded.backtest(), inventory)));
  }

  private static PodflowSettings read(Path config, Path folder, @Nullable String end) {
    return ConfigReader.installed()
        .read(config, Overrides.none().ofRun(folder.toString(), null, end))
        .orThrow();
  }

  /** First UTC day that is traded. */
  String from() {
    return LocalDate.ofEpochDay(scope.window().from() / UtcDays.DAY_MILLIS).toString();
  }
}
