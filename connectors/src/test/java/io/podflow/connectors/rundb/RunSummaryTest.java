package io.podflow.connectors.rundb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSummaryTest {

  private final Path folder;

  RunSummaryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private RunSummary summary() {
    Path file = folder.resolve("run.db");
    try (RunDbWriter writer = RunDbWriter.open(file)) {
      writer.write(Samples.portfolio(Samples.TIME, 1000));
      writer.write(Samples.portfolio(Samples.TIME + Samples.DAY / 2, 1100));
      writer.write(Samples.portfolio(Samples.TIME + Samples.DAY, 1210));
    }
    try (RunDb db = RunDb.open(file)) {
      return RunSummary.of(Samples.facts(), db);
    }
  }

  @Test
  void figuresComeFromTheTables() {
    RunSummary summary = summary();
    assertThat(summary.headline().periods()).isEqualTo(3);
    assertThat(summary.headline().totalReturn()).isEqualTo(0.21, within(1e-12));
    assertThat(summary.finalEquity()).isEqualTo(1210);
    assertThat(summary.trading())
        .isEqualTo(new TradingFigures(3, 3, 9, -3, summary.trading().turnoverPerYear()));
    assertThat(summary.trading().turnoverPerYear()).isEqualTo(0.6 / (3.0 / 730), within(1e-9));
    assertThat(summary.rows()).containsEntry("pod_fills", 6L).containsEntry("assets", 0L);
    PodFigures pod = summary.pods().get(0);
    assertThat(summary.pods()).hasSize(1);
    assertThat(pod.totalReturn()).isEqualTo(0.25);
    assertThat(pod.days()).isEqualTo(12);
    assertThat(pod.fees()).isEqualTo(0.9, within(1e-12));
  }

  @Test
  @Tag("FI1")
  @Tag("FI2")
  @Tag("FI3")
  void moneyBenchmarksRangeAndVolume() {
    RunSummary summary = summary();
    Earnings.OfPod pod = summary.earnings().pods().get(0);
    assertThat(pod.earned()).isEqualTo((1000 + 1100 + 1210) / 11.0, within(1e-9));
    assertThat(pod.fills()).isEqualTo(6);
    assertThat(summary.earnings().total()).isEqualTo(210);
    assertThat(summary.earnings().rest()).isEqualTo(210 - pod.earned(), within(1e-9));
    assertThat(summary.benchmarks()).hasSize(1);
    assertThat(summary.benchmarks().get(0).name()).isEqualTo("equal weight");
    assertThat(summary.benchmarks().get(0).headline().totalReturn()).isZero();
    assertThat(summary.rangeAsked().from()).isEqualTo("2024-01-01");
    assertThat(summary.deepestFall().troughAt()).isNull();
    assertThat(summary.volumeShareExceeded()).as("all three have one id").isEqualTo(1);
    assertThat(summary.volumeShareExceededPnl()).isEqualTo(1);
  }

  @Test
  void jsonIsInSnakeCaseWithNullForUndefined() throws IOException {
    RunSummary summary = summary();
    Path file = folder.resolve("summary.json");
    summary.write(file);

    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.at("/run/config_hash").asText()).isEqualTo("abc");
    assertThat(json.at("/run/from").asText()).isEqualTo("2024-01-01");
    assertThat(json.at("/run/timeframe").asText()).isEqualTo("12H");
    assertThat(json.at("/run/synthetic").isMissingNode()).isTrue();
    assertThat(json.at("/run/data/bars").asLong()).isEqualTo(42);
    assertThat(json.at("/headline/total_return").asDouble()).isEqualTo(0.21, within(1e-12));
    assertThat(json.at("/headline/sortino").isNull()).isTrue();
    assertThat(json.at("/pods/0/max_drawdown").asDouble()).isEqualTo(0.3);

    assertThat(RunSummary.read(file)).isEqualTo(summary);
  }
}
