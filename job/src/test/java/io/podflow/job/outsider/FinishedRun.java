package io.podflow.job.outsider;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.config.ConfigReader;
import io.podflow.config.EffectiveConfig;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.domain.market.Bar;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.Roster;
import io.podflow.job.engine.FolderFeed;
import io.podflow.job.engine.InlineEngine;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.source.MarketFeed;
import io.podflow.job.testing.RandomPortfolio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A run through the inline engine, with what an outsider needs to check it. */
record FinishedRun(Path runDb, Bars bars, JsonNode config) {

  private static final String LABEL_OF_PRODUCTION = "inline";

  Outsider.Findings check() {
    return Outsider.check(runDb, bars, config);
  }

  FinishedRun with(Path otherRunDb) {
    return new FinishedRun(otherRunDb, bars, config);
  }

  static PodflowSettings settings(Path yaml) {
    return ConfigReader.installed().read(yaml).orThrow();
  }

  static FinishedRun ofFolder(PodflowSettings settings, Path folder, Path scratch)
      throws IOException {
    BarInventory inventory = BarFolder.inventory(folder, Roster.of(settings.orchestrator()));
    RunScope scope = RunScope.of(settings, BarFolder.window(settings.backtest(), inventory));
    Path runDb = run(scope, new FolderFeed(inventory, scope, false), scratch);
    JsonNode config = EffectiveConfig.tree(settings);
    return new FinishedRun(runDb, BarFiles.read(folder, new Config(config)), config);
  }

  static FinishedRun ofSeed(long seed, int days, Path scratch) throws IOException {
    RandomPortfolio portfolio = new RandomPortfolio(seed, days);
    PodflowSettings settings = portfolio.settings();
    RunScope scope = RandomPortfolio.scope(settings, days);
    MarketFeed feed = portfolio.market(scope);
    Path runDb = run(scope, feed, scratch);
    return new FinishedRun(runDb, bars(scope, feed), EffectiveConfig.tree(settings));
  }

  private static Path run(RunScope scope, MarketFeed feed, Path scratch) throws IOException {
    Path runDb = scratch.resolve(LABEL_OF_PRODUCTION + "-" + UUID.randomUUID() + ".db");
    new InlineEngine(FinishedRun.class.getClassLoader()).run(scope, feed, runDb, Progress.SILENT);
    return runDb;
  }

  private static Bars bars(RunScope scope, MarketFeed feed) throws IOException {
    List<Candle> candles = new ArrayList<>();
    try (MarketFeed.Records records = feed.open(0, 1)) {
      while (records.hasNext()) {
        Bar bar = Objects.requireNonNull(records.next().bar());
        String symbol = scope.roster().universe().symbol(bar.symbol());
        String timeframe = bar.timeframe().label();
        candles.add(new Candle(symbol, timeframe, bar.closeTime(), bar.open(), bar.close()));
      }
    }
    return new Bars(
        scope.window().warmUpFrom(),
        scope.window().from(),
        scope.window().horizon(),
        candles,
        List.of());
  }
}
