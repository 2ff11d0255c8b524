package io.podflow.job.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.api.Bar;
import io.podflow.config.ConfigReader;
import io.podflow.config.EffectiveConfig;
import io.podflow.config.binding.SettingsTree;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.domain.journal.Event;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.FolderFeed;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.inline.InlineEngine;
import io.podflow.job.source.MarketFeed;
import io.podflow.oracle.BarFiles;
import io.podflow.oracle.Bars;
import io.podflow.oracle.Candle;
import io.podflow.oracle.Config;
import io.podflow.oracle.Outsider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A run through an engine, with what an outsider needs to check it. */
public record FinishedRun(Path runDb, Bars bars, JsonNode config) {

  /**
   * What any engine made of any feed.
   *
   * @param feed is read again, from its start; what it says about the data has to be recorded
   */
  public static FinishedRun of(Path runDb, RunScope scope, MarketFeed feed) throws IOException {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.putObject("backtest").put("capital", scope.capital());
    config.set("orchestrator", SettingsTree.of(scope.layout().settings()));
    return new FinishedRun(runDb, bars(scope, feed), config);
  }

  /**
   * Recomputes every figure and checks every identity.
   *
   * @throws AssertionError listing what differs
   */
  public Outsider.Findings check() {
    return Outsider.check(runDb, bars, config);
  }

  public FinishedRun with(Path otherRunDb) {
    return new FinishedRun(otherRunDb, bars, config);
  }

  public static PodflowSettings settings(Path yaml) {
    return ConfigReader.installed().read(yaml).orThrow();
  }

  /** Runs over a folder, of which the outsider reads the files itself. */
  public static FinishedRun ofFolder(PodflowSettings settings, Path folder, Path scratch)
      throws IOException {
    BarInventory inventory =
        BarFolder.inventory(folder, PortfolioLayout.of(settings.orchestrator()));
    RunScope scope = RunScope.of(settings, BarFolder.window(settings.backtest(), inventory));
    Path runDb = run(scope, new FolderFeed(inventory, scope, false), scratch);
    JsonNode config = EffectiveConfig.tree(settings);
    return new FinishedRun(runDb, BarFiles.read(folder, new Config(config)), config);
  }

  public static FinishedRun ofSeed(long seed, int days, Path scratch) throws IOException {
    RandomPortfolio portfolio = new RandomPortfolio(seed, days);
    PodflowSettings settings = portfolio.settings();
    RunScope scope = RandomPortfolio.scope(settings, days);
    MarketFeed feed = portfolio.market(scope);
    return of(run(scope, feed, scratch), scope, feed);
  }

  private static Path run(RunScope scope, MarketFeed feed, Path scratch) throws IOException {
    Path runDb = scratch.resolve(UUID.randomUUID() + ".db");
    new InlineEngine(FinishedRun.class.getClassLoader()).run(scope, feed, runDb, Progress.SILENT);
    return runDb;
  }

  private static Bars bars(RunScope scope, MarketFeed feed) throws IOException {
    List<Candle> candles = new ArrayList<>();
    List<Bars.Notice> notices = new ArrayList<>();
    try (MarketFeed.Records records = feed.open(0, 1)) {
      while (records.hasNext()) {
        MarketRecord record = records.next();
        Bar bar = record.bar();
        Event event = record.event();
        if (bar != null) {
          String symbol = scope.layout().universe().symbol(bar.symbol());
          String timeframe = bar.timeframe().label();
          candles.add(
              new Candle(
                  symbol,
                  timeframe,
                  bar.closeTime(),
                  bar.open(),
                  bar.high(),
                  bar.low(),
                  bar.close(),
                  bar.volume()));
        }
        if (event != null) {
          String severity = event.severity().name().toLowerCase(Locale.ROOT);
          notices.add(new Bars.Notice(event.time(), event.symbol(), severity, event.message()));
        }
      }
    }
    RunWindow window = scope.window();
    return new Bars(window.warmUpFrom(), window.from(), window.horizon(), candles, notices);
  }
}
