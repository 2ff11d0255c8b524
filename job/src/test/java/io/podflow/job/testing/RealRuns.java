package io.podflow.job.testing;

import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.FolderFeed;
import io.podflow.job.engine.RunScope;
import java.nio.file.Path;

/** A configuration over a folder of real bars, ready to run through every engine. */
public final class RealRuns {

  private RealRuns() {}

  /** A file of the folder {@code config/}, by its path below it. */
  public static Runs shipped(String config, Path bars, Path scratch) {
    return shipped(config, bars, Overrides.none(), scratch);
  }

  /** The same with other values for some keys. */
  public static Runs shipped(String config, Path bars, Overrides overrides, Path scratch) {
    Path file = Path.of(System.getProperty("podflow.root", "..")).resolve("config").resolve(config);
    return runs(
        ConfigReader.installed()
            .read(file, overrides.with("--data", Overrides.BARS, bars.toString()))
            .orThrow(),
        bars,
        scratch);
  }

  /** A configuration written in a test. */
  public static Runs inline(String yaml, Path bars, Path scratch) {
    return runs(ConfigReader.installed().parse(yaml, "test").orThrow(), bars, scratch);
  }

  private static Runs runs(PodflowSettings settings, Path bars, Path scratch) {
    BarInventory inventory = BarFolder.inventory(bars, PortfolioLayout.of(settings.orchestrator()));
    RunScope scope = RunScope.of(settings, BarFolder.window(settings.backtest(), inventory));
    return new Runs(scope, new FolderFeed(inventory, scope, true), scratch);
  }
}
