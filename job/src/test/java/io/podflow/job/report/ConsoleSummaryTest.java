package io.podflow.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        .containsPattern("trend-B +INCUBATION +100 +[+-][0-9.]+ %")
        .containsPattern("trend-A +COIN[A-M] +[A-Z_]+ +[+-]0\\.\\d{3} +[0-9.]+ % +[+-]?[0-9.]+ %")
        .containsPattern("portfolio +[+-][0-9.]+ % ")
        .contains("Last decisions, 2022-04-11 00:00 UTC")
        .contains("and 6 more")
        .contains("COINM: bars end 2023-02-01")
        .contains(run.resolve("run.db").toString())
        .doesNotContain("report.html")
        .doesNotContain("NaN");
    assertThat(text.lines()).allMatch(line -> line.length() <= 120 || line.contains("/"));
  }

  @Test
  void realBarsCarryNoWarning() throws IOException {
    SampleRun.write(run, "bars/1d", 1, 3, 10);
    assertThat(ConsoleSummary.of(run)).doesNotContain("SYNTHETIC").contains("bars: bars/1d");
  }
}
