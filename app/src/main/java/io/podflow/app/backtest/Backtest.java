package io.podflow.app.backtest;

import io.podflow.app.console.ProgressDisplay;
import io.podflow.app.console.RootCause;
import io.podflow.app.console.Version;
import io.podflow.config.EffectiveConfig;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.StrictInputException;
import io.podflow.connectors.rundb.RunCosts;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.connectors.rundb.RunFacts;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.connectors.rundb.RunTable;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.InputRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.InputCounts;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.cleanup.OnInterrupt;
import io.podflow.job.engine.BacktestEngine;
import io.podflow.report.history.DataCounts;
import io.podflow.report.page.ReportPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One backtest run, from the bars to the run folder. */
final class Backtest {

  /**
   * Below this fraction of covered closes, a warning says that the run misses part of its range.
   */
  private static final double LEAST_COVERAGE = 0.95;

  private final PodflowSettings settings;
  private final BacktestData data;
  private final BacktestEngine engine;
  private final int parallelism;
  private final boolean report;

  Backtest(
      PodflowSettings settings,
      BacktestData data,
      BacktestEngine engine,
      int parallelism,
      boolean report) {
    this.settings = settings;
    this.data = data;
    this.engine = engine;
    this.parallelism = parallelism;
    this.report = report;
  }

  /**
   * Runs the backtest and writes the run folder.
   *
   * @return the folder of the finished run
   */
  Path into(Path target, ProgressDisplay progress) throws Exception {
    RunFolder folder = create(target);
    try (progress;
        OnInterrupt interrupt = OnInterrupt.run(() -> giveUp(folder, progress))) {
      attempt(folder, progress);
    }
    return folder.target();
  }

  private void attempt(RunFolder folder, ProgressDisplay progress) throws Exception {
    try {
      fill(folder, progress);
      folder.complete();
    } catch (Exception | Error e) {
      throw folder.isDiscarded() ? Refusal.interrupted() : failed(folder, e);
    }
  }

  private static RunFolder create(Path target) {
    try {
      return RunFolder.create(target);
    } catch (IOException e) {
      throw RootCause.refusal(ExitCode.FILES, "the run cannot be written", e);
    }
  }

  private static void giveUp(RunFolder folder, ProgressDisplay progress) {
    folder.discard();
    if (folder.isDiscarded()) {
      progress.interrupted();
    }
  }

  private void fill(RunFolder folder, ProgressDisplay progress) throws Exception {
    long started = System.nanoTime();
    String config = EffectiveConfig.yaml(settings);
    Files.writeString(folder.file(RunFolder.CONFIG), config);
    Path runDb = folder.file(RunFolder.DATABASE);
    InputCounts read = engine.run(data.scope(), data.feed(), runDb, progress);
    NamedBenchmark benchmark = data.benchmark();
    if (benchmark != null) {
      benchmark.write(runDb);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    writeInputs(runDb);
    try (RunDb db = RunDb.open(runDb)) {
      RunSummary summary = RunSummary.of(facts(folder, config, read, seconds), db, data.accepted());
      summary.write(folder.file(RunFolder.SUMMARY));
      if (report) {
        ReportPage.write(db, summary, folder.file(RunFolder.REPORT));
      }
    }
  }

  /**
   * Writes the rows of {@code inputs} and warnings from the scan of the files, the same for every
   * engine.
   */
  private void writeInputs(Path runDb) {
    long end = data.scope().window().horizon();
    try (RunDbWriter writer = RunDbWriter.open(runDb)) {
      for (InputRow row : InputRows.of(data.inventory(), data.scope())) {
        writer.write(RunTable.INPUTS, row);
      }
      for (String fault : data.accepted()) {
        writer.write(Event.data(end, "", "", Severity.WARNING, "accepted: " + fault));
      }
      if (data.inventory().coverage() < LEAST_COVERAGE) {
        writer.write(Event.data(end, "", "", Severity.WARNING, coverage(data.inventory())));
      }
    }
  }

  private static String coverage(BarInventory inventory) {
    return "of the "
        + inventory.closes()
        + " closes of the range asked for, only "
        + inventory.coveredCloses()
        + " have a bar of any symbol";
  }

  private RunFacts facts(RunFolder folder, String config, InputCounts read, double seconds) {
    return new RunFacts(
        String.valueOf(folder.target().getFileName()),
        Version.number(),
        sha256(config),
        data.inventory().dataHash(),
        engine.name(),
        parallelism,
        settings.backtest().start(),
        settings.backtest().end(),
        settings.backtest().timeframe(),
        settings.backtest().capital(),
        settings.backtest().bars(),
        seconds,
        DataCounts.byName(data.inventory(), read),
        RunCosts.of(settings));
  }

  private static Refusal failed(RunFolder folder, Throwable failure) {
    Throwable cause = RootCause.of(failure);
    if (cause instanceof StrictInputException) {
      String why = "podflow: " + cause.getMessage();
      return new Refusal(ExitCode.DATA, why + left(folder, () -> folder.fail(why)));
    }
    String left = left(folder, () -> folder.fail(RootCause.sentence(failure), failure));
    return RootCause.refusal(RootCause.exitCode(failure), "the run failed", failure, left);
  }

  /**
   * Writes the file {@code FAILED} and returns the line about that file; a full disk may prevent
   * this, too.
   */
  private static String left(RunFolder folder, LastWords lastWords) {
    String file = String.valueOf(folder.target().resolve(RunFolder.FAILED));
    try {
      lastWords.write();
      return System.lineSeparator() + "podflow: see " + file;
    } catch (IOException | UncheckedIOException e) {
      return System.lineSeparator()
          + "podflow: "
          + file
          + " could not be written: "
          + RootCause.sentence(e);
    }
  }

  private interface LastWords {
    void write() throws IOException;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
