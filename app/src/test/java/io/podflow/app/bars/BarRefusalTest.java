package io.podflow.app.bars;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars that nobody should compute with unasked end a backtest before it begins. */
@Tag("DA1")
class BarRefusalTest {

  private static final int DAYS = 100;

  private final Path folder;
  private final Path bars;
  private final Path run;
  private final Path config;

  BarRefusalTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.bars = Files.createDirectory(folder.resolve("bars"));
    this.run = folder.resolve("run");
    this.config =
        Files.writeString(
            folder.resolve("c.yaml"),
            """
            backtest: {start: 2024-01-01, end: 2024-04-09}
            orchestrator:
              pods:
                - {pod_id: a, strategy_name: buy-and-hold, symbols: [BTC/USDT, ETH/USDT],
                   timeframe: 1D, initial_state: production, initial_fraction: 1,
                   max_fraction: 1, min_fraction: 0, exposure_basis: per_pod}
            """);
  }

  private static List<String> days() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      rows.add(LocalDate.of(2024, 1, 1).plusDays(i) + ",10,12,9,11,5");
    }
    return rows;
  }

  private void write(String file, List<String> rows) throws IOException {
    Files.writeString(
        bars.resolve(file), "date,open,high,low,close,volume\n" + String.join("\n", rows) + "\n");
  }

  private Invocation backtest(Object... more) {
    return backtestOn("inline", more);
  }

  private Invocation backtestOn(String engine, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("backtest", config, "--data", bars, "--engine", engine, "--out", run));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray());
  }

  private List<String> inputs() {
    try (RunDb db = RunDb.open(run.resolve(RunFolder.DATABASE))) {
      return db.query(
          "SELECT symbol || ' ' || file || ' ' || rows || ' ' || used || ' ' || rejected || ' '"
              + " || first_offence || ' ' || first_bar || ' ' || last_bar || ' ' ||"
              + " ifnull(coverage, '-') || ' ' || missing_closes FROM inputs ORDER BY symbol",
          row -> row.text(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"inline", "flink"})
  void aSymbolWithTooManyBadRowsIsRefusedWithATable(String engine) throws IOException {
    List<String> rows = days();
    rows.set(4, "2024-01-05,10,12,9,x,5");
    rows.set(7, "2024-01-08,10,8,9,11,5");
    write("BTC-USDT.csv", rows);
    write("ETH-USDT.csv", days());
    Invocation invocation = backtestOn(engine);
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(invocation.out()).isEmpty();
    assertThat(invocation.err())
        .containsPattern("BTC/USDT +100 +98 +2 +1 +0 +0 +1 +BTC-USDT.csv:6: close 'x' is not")
        .contains("--accept-rejected")
        .doesNotContain("ETH/USDT")
        .doesNotContain("--allow-missing");
    assertThat(run).doesNotExist();
  }

  @Test
  void aSymbolWithoutAUsableRowIsNotToldToGoOnWithTheOthers() throws IOException {
    List<String> rows = days();
    rows.replaceAll(row -> row.replace(",10,", "T00:00:00-05:00,10,"));
    write("BTC-USDT.csv", rows);
    write("ETH-USDT.csv", days());
    Invocation invocation = backtest();
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(invocation.err())
        .contains("BTC-USDT.csv:2: timestamp 2024-01-01T05:00:00Z is not the open of a 1D bar")
        .contains("docs/bars.md")
        .doesNotContain("--accept-rejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inline", "flink"})
  @Tag("EV7")
  void ratesAndTheirHolesAreCountedForEachSymbol(String engine) throws IOException {
    write("BTC-USDT.csv", days());
    write("ETH-USDT.csv", days());
    Path funding = Files.createDirectory(folder.resolve("funding"));
    List<String> rates = new ArrayList<>(List.of("timestamp,rate"));
    for (long hour = -80; hour <= 24 * 60; hour += 8) {
      if (hour < 240 || hour > 264) {
        rates.add(1_704_067_200L + 3_600 * hour + ",0.0001");
      }
    }
    Files.writeString(funding.resolve("BTC-USDT.csv"), String.join("\n", rates) + "\n");
    Files.writeString(
        config,
        Files.readString(config).replace("backtest: {", "backtest: {funding: " + funding + ", "));
    assertThat(backtestOn(engine).exitCode()).isEqualTo(ExitCode.OK);
    try (RunDb db = RunDb.open(run.resolve(RunFolder.DATABASE))) {
      assertThat(
              db.query(
                  "SELECT symbol || ' ' || funding_rates || ' ' || funding_holes FROM inputs",
                  row -> row.text(0)))
          .as("180 payments and the one at the start, less 4; a gap and the end of the series")
          .containsExactly("BTC/USDT 177 2", "ETH/USDT 0 0");
    }
  }

  @Test
  void whatIsAcceptedIsSaidEverywhere() throws IOException {
    List<String> rows = days();
    rows.set(4, "2024-01-05,10,12,9,x,5");
    rows.set(7, "2024-01-08,10,8,9,11,5");
    write("BTC-USDT.csv", rows);
    assertThat(backtest("--accept-rejected").exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(backtest("--allow-missing").exitCode()).isEqualTo(ExitCode.DATA);

    Invocation invocation = backtest("--accept-rejected", "--allow-missing", "--report");
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.OK);
    String bad = "BTC/USDT: 2 of 100 rows rejected, the first: BTC-USDT.csv:6: close 'x' is not";
    assertThat(invocation.out()).contains("ACCEPTED, against the rules for bars: " + bad);
    assertThat(invocation.out())
        .contains("ACCEPTED, against the rules for bars: ETH/USDT: no file of bars");
    assertThat(RunSummary.read(run.resolve(RunFolder.SUMMARY)).accepted())
        .containsExactly(bad + " a number", "ETH/USDT: no file of bars");
    assertThat(Files.readString(run.resolve(RunFolder.REPORT))).contains("accepted: ETH/USDT");
    assertThat(inputs())
        .containsExactly(
            "BTC/USDT BTC-USDT.csv 100 98 2 BTC-USDT.csv:6: close 'x' is not a number"
                + " 2024-01-02T00:00:00Z 2024-04-10T00:00:00Z 0.98 2",
            "ETH/USDT  0 0 0    - 0");
  }

  @Test
  void aSymbolWithoutAFileIsRefused() throws IOException {
    write("BTC-USDT.csv", days());
    Invocation invocation = backtest();
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(invocation.err())
        .contains("ETH/USDT")
        .contains("no file")
        .contains("--allow-missing");
  }

  @Test
  void rowsOutsideTheRangeAreOnlyTold() throws IOException {
    write("BTC-USDT.csv", days());
    write("ETH-USDT.csv", List.of("2023-01-01,1,1,1,1,1", "2023-01-02,1,1,1,1,1"));
    Invocation invocation = backtest();
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(invocation.out()).contains("ETH/USDT: no bar in the range of the run");
    assertThat(RunSummary.read(run.resolve(RunFolder.SUMMARY)).accepted()).isEmpty();
  }

  @Test
  void closesWithoutAnyBarAreAWarning() throws IOException {
    write("BTC-USDT.csv", days());
    write("ETH-USDT.csv", days());
    assertThat(backtest("--to", "2024-04-14").out()).doesNotContain("closes of the range");
    deleteRun();
    assertThat(backtest("--to", "2024-04-15").out())
        .contains("of the 106 closes of the range asked for, only 100 have a bar of any symbol");
  }

  private void deleteRun() throws IOException {
    for (String name : Invocation.names(run)) {
      Files.delete(run.resolve(name));
    }
    Files.delete(run);
  }

  @Test
  void theShareIsAKeyOfTheConfiguration() throws IOException {
    List<String> rows = days();
    rows.set(4, "x");
    rows.set(5, "x");
    write("BTC-USDT.csv", rows);
    write("ETH-USDT.csv", days());
    Files.writeString(
        config,
        Files.readString(config)
            .replace("end: 2024-04-09", "end: 2024-04-09, max_rejected_share: 0.02"));
    assertThat(backtest().exitCode()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("run")).exists();
  }
}
