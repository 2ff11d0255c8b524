package io.podflow.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.report.testing.SampleRun;
import io.podflow.report.testing.SmallRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleSummaryTest {

  private final Path run;

  ConsoleSummaryTest(@TempDir Path run) {
    this.run = run;
  }

  @Test
  void tellsAStrangerWhatCameOut() throws IOException {
    SampleRun.write(run, "sample", 2, 13, 200);
    String text = ConsoleSummary.of(run);
    assertThat(text)
        .contains("quickstart-20260101T120000Z: 2022-01-01 .. 2022-04-10, bars: sample")
        .contains("SYNTHETIC DATA")
        .contains("Total return")
        .containsPattern("trend-B +INCUBATION +-?[0-9,.]+ +[+-][0-9.]+ %")
        .containsPattern("equal weight +[+-][0-9.]+ %")
        .containsPattern("orders are above 1.00 % of what was traded in the bar of the fill")
        .containsPattern("trend-B +INCUBATION +100 +[+-][0-9.]+ %")
        .containsPattern("trend-A +COIN[A-M] +[A-Z_]+ +[+-]0\\.\\d{3} +[0-9.]+ % +[+-]?[0-9.]+ %")
        .containsPattern("portfolio +-?[0-9,.]+ +[+-][0-9.]+ % ")
        .contains("Last decisions, 2022-04-11 00:00 UTC")
        .contains("and 6 more")
        .contains("COINM: bars end 2023-02-01")
        .contains(run.resolve("run.db").toString())
        .doesNotContain("report.html")
        .doesNotContain("NaN");
    assertThat(text.lines()).allMatch(line -> line.length() <= 120 || line.contains("/"));
  }

  @Test
  @Tag("FI2")
  void moneyEarnedComesFirst() throws IOException {
    SampleRun.write(run, "sample", 2, 3, 100);
    String text = ConsoleSummary.of(run);
    assertThat(text.indexOf("Earned in the portfolio")).isPositive();
    assertThat(text.indexOf("Own accounts")).isGreaterThan(text.indexOf("Earned in the portfolio"));
    assertThat(text.indexOf("Compared with")).isPositive();
  }

  @Test
  void tellsOfLifecycleAndRisk() throws IOException {
    SampleRun.write(run, "sample", 2, 13, 200);
    assertThat(ConsoleSummary.of(run))
        .containsPattern("Lifecycle and risk\n  trend-A: PRODUCTION all the time\n")
        .doesNotContain("Defence", "Protection exits");
    new SmallRun(run.resolve("run.db"))
        .exit(19_100, "trend-A", "COINA", "LONG", "stop loss: 1.0 is beyond 2.0, entry 3.0")
        .change(19_000, EventKind.RISK, "", "NORMAL", "DEFENCE", "all targets are 0")
        .change(19_003, EventKind.RISK, "", "DEFENCE", "NORMAL", "full size")
        .write();
    assertThat(ConsoleSummary.of(run))
        .contains("  Defence (all targets 0): 1 time, 3 days")
        .contains("  Protection exits: 1 (stop loss 1)\n");
  }

  @Test
  @Tag("L3")
  void aRetiredPodHasNoDecisionsOfConsequence() throws IOException {
    SampleRun.write(run, "sample", 2, 3, 100);
    new SmallRun(run.resolve("run.db"))
        .pod(20_000, "trend-A", "RETIRED", 0)
        .pod(20_000, "trend-B", "PRODUCTION", 1)
        .write();
    sumUpAgain();
    assertThat(ConsoleSummary.of(run))
        .contains("  retired, so on paper only: trend-A\n")
        .containsPattern("trend-B +COIN")
        .doesNotContainPattern("trend-A +COIN");
  }

  @ParameterizedTest
  @Tag("RU1")
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.5 | equity 1,234.50, no debt",
        "0 | equity 0.00, no debt",
        "-1234.5 | no equity, debt 1,234.50"
      })
  void aRuinedRunSaysFirstWhatIsLeftOrOwedAndOnce(double equity, String left) throws IOException {
    SampleRun.write(run, "sample", 1, 3, 10);
    new SmallRun(run.resolve("run.db"))
        .equity(20_000, equity)
        .event(20_000, EventKind.RUIN, "", Severity.CRITICAL, "ruined")
        .write();
    sumUpAgain();
    assertThat(ConsoleSummary.of(run))
        .startsWith(
            "ruined on 2024-10-04 00:00 UTC: " + left + "; judged at closes, not within bars\n");
  }

  @Test
  @Tag("FI3")
  void ordersAboveTheShareOfVolumeAreCountedInGrammar() {
    assertThat(ConsolePortfolio.aboveShare(1, 1)).isEqualTo("1 of 1 order is");
    assertThat(ConsolePortfolio.aboveShare(1, 2_000)).isEqualTo("1 of 2,000 orders is");
    assertThat(ConsolePortfolio.aboveShare(3, 3)).isEqualTo("3 of 3 orders are");
  }

  @Test
  void realBarsCarryNoWarning() throws IOException {
    SampleRun.write(run, "bars/1d", 1, 3, 10);
    assertThat(ConsoleSummary.of(run)).doesNotContain("SYNTHETIC").contains("bars: bars/1d");
  }

  /** After rows were added to those of the sample. */
  private void sumUpAgain() throws IOException {
    Path summary = run.resolve("summary.json");
    try (RunDb db = RunDb.open(run.resolve("run.db"))) {
      RunSummary.of(RunSummary.read(summary).run(), db).write(summary);
    }
  }
}
