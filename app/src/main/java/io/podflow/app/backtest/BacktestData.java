package io.podflow.app.backtest;

import io.podflow.api.Timeframe;
import io.podflow.app.bars.InputRefusal;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInputException;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.FundingFolder;
import io.podflow.connectors.csv.FundingGaps;
import io.podflow.connectors.csv.SymbolFile;
import io.podflow.connectors.sample.SampleMarket;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import io.podflow.domain.settings.BacktestSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.cleanup.Scratch;
import io.podflow.job.engine.FolderFeed;
import io.podflow.job.engine.RunScope;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of a backtest: inventory of the bars, range of the run, funding rates, benchmark and
 * feed.
 */
public final class BacktestData implements AutoCloseable {

  private final BarInventory inventory;
  private final RunScope scope;
  private final List<String> accepted;
  private final boolean strict;
  private final @Nullable NamedBenchmark benchmark;
  private final @Nullable Scratch scratch;

  private BacktestData(
      BarInventory inventory,
      RunScope scope,
      List<String> accepted,
      boolean strict,
      @Nullable NamedBenchmark benchmark,
      @Nullable Scratch scratch) {
    this.benchmark = benchmark;
    this.inventory = inventory;
    this.scope = scope;
    this.accepted = List.copyOf(accepted);
    this.strict = strict;
    this.scratch = scratch;
  }

  /**
   * @throws Refusal when the bars cannot be used
   */
  public static BacktestData open(PodflowSettings settings, boolean strict) throws IOException {
    boolean sample = settings.backtest().bars().equals(BacktestSettings.SAMPLE);
    Scratch scratch = sample ? Scratch.create("podflow-sample") : null;
    try {
      Path folder = scratch == null ? folder(settings.backtest().bars()) : sample(scratch);
      BarInventory inventory =
          BarFolder.inventory(
              folder, PortfolioLayout.of(settings.orchestrator()), settings.backtest());
      List<String> accepted =
          InputRefusal.accepted(
              "the bars in " + settings.backtest().bars() + " are",
              inventory,
              settings.backtest(),
              settings.orchestrator());
      RunScope scope = RunScope.of(settings, BarFolder.window(settings.backtest(), inventory));
      RunScope funded = withFunding(scope, settings);
      if (strict) {
        refuseHoles(inventory, funded);
      }
      NamedBenchmark benchmark = NamedBenchmark.read(settings, scope, folder);
      return new BacktestData(inventory, funded, accepted, strict, benchmark, scratch);
    } catch (Refusal e) {
      close(scratch);
      throw e;
    } catch (BarInputException e) {
      close(scratch);
      throw InputRefusal.of(e, named(e, scratch));
    }
  }

  private static RunScope withFunding(RunScope scope, PodflowSettings settings) {
    String folder = settings.backtest().funding();
    return folder == null
        ? scope
        : scope.with(FundingFolder.read(folder(folder), scope.layout().universe()));
  }

  private static void refuseHoles(BarInventory inventory, RunScope scope) {
    List<String> found =
        FundingGaps.of(inventory, scope.layout(), scope.window(), scope.funding())
            .entrySet()
            .stream()
            .map(symbol -> symbol.getKey() + ": " + symbol.getValue().sentence())
            .toList();
    if (!found.isEmpty()) {
      throw new BarInputException(
          String.join("; ", found)
              + " (--strict refuses that: complete the files in backtest.funding, or run without"
              + " --strict)");
    }
  }

  /** Hides the temporary folder of the synthetic market, which means nothing to the user. */
  private static String named(BarInputException failure, @Nullable Scratch scratch) {
    String message = String.valueOf(failure.getMessage());
    return scratch == null
        ? message
        : message.replace(market(scratch).toString(), "the synthetic market");
  }

  private static Path market(Scratch scratch) {
    return scratch.folder().resolve("synthetic");
  }

  private static Path folder(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new BarInputException("no folder: " + e.getMessage(), e);
    }
  }

  public static Path sample(Scratch scratch) throws IOException {
    Path folder = market(scratch);
    SampleMarket.write(folder, SyntheticMarket.DEFAULT_SEED);
    return folder;
  }

  public BarInventory inventory() {
    return inventory;
  }

  public RunScope scope() {
    return scope;
  }

  /** Faults of the bars that the settings accept, one sentence each. */
  public List<String> accepted() {
    return accepted;
  }

  /** The benchmark in addition to equal weight; null when the settings name none. */
  @Nullable NamedBenchmark benchmark() {
    return benchmark;
  }

  FolderFeed feed() {
    return new FolderFeed(inventory, scope, strict);
  }

  /**
   * Expected number of bars, for the progress display: an upper bound from the ranges of the files.
   */
  long expectedBars() {
    return inventory.files().stream().filter(SymbolFile::hasBars).mapToLong(this::expected).sum();
  }

  private long expected(SymbolFile file) {
    long from = Math.max(file.firstOpen(), scope.window().warmUpFrom());
    long to = Math.min(file.lastOpen() + inventory.source().millis(), scope.window().horizon());
    List<Timeframe> timeframes = scope.layout().timeframesOf(file.symbol());
    return timeframes.stream()
        .mapToLong(timeframe -> Math.max(0, to - from) / timeframe.millis())
        .sum();
  }

  @Override
  public void close() {
    close(scratch);
  }

  private static void close(@Nullable Scratch scratch) {
    if (scratch != null) {
      scratch.close();
    }
  }
}
