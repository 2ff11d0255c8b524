package io.podflow.app.state;

import io.podflow.api.Bar;
import io.podflow.config.ConfigReader;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.testing.Shared;
import io.podflow.job.engine.FolderFeed;
import io.podflow.job.engine.RunScope;
import io.podflow.job.source.MarketFeed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Real bars for a job that starts from the sample: a warm-up, and the days after its last. */
final class RestartOfSample {

  private static final LocalDate FIRST = LocalDate.of(2025, 2, 15);
  private static final int DAYS = 3;

  private RestartOfSample() {}

  static RunScope scope(Path config) {
    PodflowSettings settings = ConfigReader.installed().read(config).orThrow();
    long from = UtcDays.startOf(FIRST);
    long warmUp = settings.backtest().warmupDays() * UtcDays.DAY_MILLIS;
    return RunScope.of(
        settings, new RunWindow(from - warmUp, from, from + DAYS * UtcDays.DAY_MILLIS));
  }

  static List<Bar> bars(RunScope scope) throws Exception {
    Path data = Shared.path("data/1h");
    PortfolioLayout layout = scope.layout();
    BarInventory inventory = BarFolder.inventory(data, layout);
    List<Bar> bars = new ArrayList<>();
    try (MarketFeed.Records records = new FolderFeed(inventory, scope, true).open(0, 1)) {
      while (records.hasNext()) {
        MarketRecord record = records.next();
        if (record.bar() != null) {
          bars.add(record.bar());
        }
      }
    }
    return bars;
  }
}
