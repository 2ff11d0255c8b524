package io.podflow.job.cli;

import io.podflow.config.EffectiveConfig;
import io.podflow.connectors.csv.StrictInputException;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFacts;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.BacktestEngine;
import io.podflow.job.report.ReportPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** One run from its bars to its folder, complete or not at all. */
final class Backtest {

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
   * Runs and leaves the folder behind.
   *
   * @return the folder of the finished run
   */
  Path into(Path target, ProgressDisplay progress) throws Exception {
    RunFolder folder = create(target);
    Thread interrupted = new Thread(folder::discard, "discard the interrupted run");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      fill(folder, progress);
      folder.complete();
    } catch (Exception e) {
      throw failed(folder, e);
    } finally {
      progress.close();
      removeHook(interrupted);
    }
    return folder.target();
  }

  private static RunFolder create(Path target) throws IOException {
    try {
      return RunFolder.create(target);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(ExitCode.FILES, "podflow: " + e.getMessage());
    }
  }

  private void fill(RunFolder folder, ProgressDisplay progress) throws Exception {
    long started = System.nanoTime();
    String config = EffectiveConfig.yaml(settings);
    Files.writeString(folder.file(RunFolder.CONFIG), config);
    Path runDb = folder.file(RunFolder.DATABASE);
    long bars = engine.run(data.scope(), data.feed(), runDb, progress);
    double seconds = (System.nanoTime() - started) / 1e9;
    try (RunDb db = RunDb.open(runDb)) {
      RunSummary summary = RunSummary.of(facts(folder, config, bars, seconds), db);
      summary.write(folder.file(RunFolder.SUMMARY));
      if (report) {
        ReportPage.write(db, summary, folder.file(RunFolder.REPORT));
      }
    }
  }

  private RunFacts facts(RunFolder folder, String config, long bars, double seconds) {
    TreeMap<String, Long> counts = new TreeMap<>();
    counts.put("files", (long) data.inventory().files().size());
    counts.put("missing_files", (long) data.inventory().missing().size());
    counts.put("rows_in_files", data.inventory().rows());
    counts.put("bars", bars);
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
        counts);
  }

  private static Exception failed(RunFolder folder, Exception failure) throws IOException {
    Throwable cause = RootCause.of(failure);
    if (cause instanceof StrictInputException) {
      String why = "podflow: " + cause.getMessage();
      folder.fail(why);
      return new Refusal(ExitCode.DATA, why + where(folder));
    }
    folder.fail(failure);
    return new Refusal(
        ExitCode.FAILED, "podflow: the run failed: " + RootCause.sentence(failure) + where(folder));
  }

  private static String where(RunFolder folder) {
    return System.lineSeparator() + "podflow: see " + folder.target().resolve(RunFolder.FAILED);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running or about to: it discards what the run has not completed.
      return;
    }
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
