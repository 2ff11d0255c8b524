package io.podflow.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

  private static final Path QUICKSTART = Invocation.shipped("config/quickstart.yaml");

  private final Path folder;
  private final Path runs;
  private final Path run;

  BacktestCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.runs = folder.resolve("runs");
    this.run = runs.resolve("first");
  }

  private Invocation backtest(Object config, Object... more) {
    Object[] arguments = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {"backtest", config, "--engine", "inline", "--out", run}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Invocation.of(arguments);
  }

  @Test
  void leavesExactlyWhatIsPromised() {
    Invocation invocation = backtest(QUICKSTART, "--from", "2024-11-01", "--to", "2024-12-31");

    assertThat(invocation.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(Invocation.names(folder)).containsExactly("runs");
    assertThat(Invocation.names(runs)).containsExactly("first");
    assertThat(Invocation.names(run)).containsExactly("config.yaml", "run.db", "summary.json");
    assertThat(invocation.out())
        .contains("first: 2024-11-01 .. 2024-12-31, bars: sample")
        .contains("SYNTHETIC DATA")
        .contains("trend-slow")
        .contains(run.resolve("run.db").toString())
        .doesNotContain("report.html");
  }

  @Test
  @Tag("TR5")
  void whatIsWantedAndNotTradedIsSaidFirst() throws IOException {
    Path config = folder.resolve("poor.yaml");
    Files.writeString(
        config,
        """
        backtest: {start: 2024-11-01, end: 2024-12-31, capital: 100}
        orchestrator:
          min_notional: 1000
          pods:
            - {pod_id: a, strategy_name: buy-and-hold, symbols: [SYN01/USDT], timeframe: 1D,
               initial_state: production}
        """);
    Invocation invocation = backtest(config);

    assertThat(invocation.out())
        .containsOnlyOnce("WARNING: Missed: 100.00 % of what was wanted was not held")
        .containsSubsequence("WARNING: Missed", "Earned in the portfolio");
  }

  @Test
  void theReportIsOneFileMore() {
    backtest(QUICKSTART, "--from", "2024-12-01", "--report");
    assertThat(Invocation.names(run))
        .containsExactly("config.yaml", "report.html", "run.db", "summary.json");
  }

  @Test
  void theEffectiveConfigurationGivesTheSameRunAgain() {
    backtest(QUICKSTART, "--from", "2024-09-01", "--to", "2024-11-30");
    Path again = folder.resolve("again");
    Invocation second =
        Invocation.of(
            "backtest", run.resolve(RunFolder.CONFIG), "--engine", "inline", "--out", again);

    assertThat(second.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(RunTables.of(again.resolve(RunFolder.DATABASE)))
        .isEqualTo(RunTables.of(run.resolve(RunFolder.DATABASE)));
    assertThat(again.resolve(RunFolder.CONFIG))
        .hasSameTextualContentAs(run.resolve(RunFolder.CONFIG));
  }

  @Test
  void anExistingFolderIsNotTouched() throws IOException {
    Files.createDirectories(run);
    Invocation invocation = backtest(QUICKSTART);

    assertThat(invocation.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(invocation.err()).contains(run + ": already exists");
    assertThat(Invocation.names(run)).isEmpty();
  }

  @Test
  void aFileWhereAFolderShouldBe() throws IOException {
    Files.writeString(runs, "");
    Invocation invocation = backtest(QUICKSTART, "--from", "2024-12-01");

    assertThat(invocation.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(invocation.err()).contains("podflow: the run cannot be written: " + runs + ": ");
  }

  @Test
  @Tag("V2")
  void everyErrorOfAConfigurationIsListed() throws IOException {
    Path config = folder.resolve("bad.yaml");
    Files.writeString(
        config,
        Files.readString(QUICKSTART)
            .replace("capital: 100000", "capital: -1")
            .replace("rebalance_trigger: hybrid", "rebalance_triger: hybrid")
            .replace("timeframe: 1D", "timeframe: 1X"));
    Invocation invocation = backtest(config);

    assertThat(invocation.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(invocation.err())
        .contains("backtest.capital: -1 (")
        .contains("nearest known: rebalance_trigger")
        .contains("orchestrator.pods.2.timeframe: \"1X\" (")
        .contains("orchestrator.pods.3.timeframe: \"1X\" (")
        .contains("The configuration was refused: 4 errors.")
        .doesNotContain("\tat ");
    assertThat(runs).doesNotExist();
  }

  @Test
  void unknownStrategiesAreNamed() throws IOException {
    Path config = folder.resolve("unknown.yaml");
    Files.writeString(
        config,
        "orchestrator:\n  pods:\n  - {pod_id: a, strategy_name: my-own, symbols: [SYN01/USDT]}\n");

    Invocation invocation = backtest(config);

    assertThat(invocation.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(invocation.err())
        .contains("unknown.yaml:3: orchestrator.pods.0.strategy_name: my-own (")
        .contains(
            "no strategy of this name is installed; installed: anchor-mom, buy-and-hold, ctrend, ")
        .contains("nearest known: ");
    assertThat(runs).doesNotExist();
  }

  @Test
  void aFolderOfBarsThatDoesNotExist() {
    Invocation invocation = backtest(QUICKSTART, "--data", folder.resolve("none"));
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(invocation.err()).contains("no folder of bars at " + folder.resolve("none"));
  }

  @Test
  void aFolderWithoutBars() {
    Invocation invocation = backtest(QUICKSTART, "--data", folder);
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(invocation.err()).contains("no file in " + folder).contains("SYN01-USDT.csv");
  }

  @Test
  void aRangeWithoutBars() {
    Invocation invocation = backtest(QUICKSTART, "--from", "2030-01-01", "--to", "2030-12-31");
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(invocation.err())
        .contains("the bars in the synthetic market cover 2021-01-01")
        .contains("nothing of 2030-01-01 to 2030-12-31");
    assertThat(runs).doesNotExist();
  }

  @Test
  void theSummaryCountsWhatWasRead() throws IOException {
    backtest(QUICKSTART, "--from", "2024-12-30", "--to", "2024-12-31");
    assertThat(RunSummary.read(run.resolve(RunFolder.SUMMARY)).run().data())
        .containsEntry("files", 17L)
        .containsEntry("missing_files", 0L)
        .containsEntry("rows", 16 * 4L)
        .containsEntry("bars", 12 * 4L + 16 * 2L)
        .containsEntry("rejected_rows", 0L);
  }

  @Test
  void threadsAreForFlink() {
    assertThat(backtest(QUICKSTART, "--parallelism", "2").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Invocation.of("backtest", QUICKSTART, "--parallelism", "0").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }
}
