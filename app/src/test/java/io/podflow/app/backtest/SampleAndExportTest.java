package io.podflow.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleAndExportTest {

  private final Path folder;

  SampleAndExportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void writesTheMarketThatQuickstartRunsOn() {
    Path market = folder.resolve("market");
    Invocation sample = Invocation.of("sample", "--out", market);

    assertThat(sample.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(sample.out()).startsWith("Synthetic market written to " + market);
    assertThat(Invocation.names(market)).hasSize(18).contains("README.txt", "SYN17-USDT.csv");
    assertThat(backtest(folder.resolve("from-files"), "--data=" + market).exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(backtest(folder.resolve("built-in"), "--data=sample").exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(RunTables.of(folder.resolve("from-files/run.db")))
        .isEqualTo(RunTables.of(folder.resolve("built-in/run.db")));
  }

  private static Invocation backtest(Path run, String data) {
    Path config = Invocation.shipped("config/quickstart.yaml");
    return Invocation.of(
        "backtest", config, data, "--from=2024-12-01", "--engine=inline", "--out", run);
  }

  @Test
  void anotherSeedIsAnotherMarket() {
    Invocation.of("sample", "--out", folder.resolve("one"));
    Invocation.of("sample", "--out", folder.resolve("two"), "--seed", 2);
    assertThat(folder.resolve("two/SYN01-USDT.csv")).exists();
    assertThat(contentsEqual("one", "two")).isFalse();
  }

  private boolean contentsEqual(String one, String two) {
    try {
      return Files.mismatch(
              folder.resolve(one).resolve("SYN01-USDT.csv"),
              folder.resolve(two).resolve("SYN01-USDT.csv"))
          < 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFolderWithSomethingInItIsNotWrittenInto() throws IOException {
    Files.writeString(folder.resolve("mine.csv"), "precious");
    Invocation sample = Invocation.of("sample", "--out", folder);

    assertThat(sample.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(sample.err()).contains(folder + ": already exists and is not an empty folder");
    assertThat(Invocation.names(folder)).containsExactly("mine.csv");
  }

  @Test
  void exportWritesEveryTable() throws IOException {
    Path run = folder.resolve("run");
    backtest(run, "--data=sample");
    Invocation export = Invocation.of("export", run, "--format", "csv");

    assertThat(export.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(Invocation.names(run.resolve("csv")))
        .containsExactlyInAnyOrderElementsOf(
            RunTables.NAMES.stream().map(table -> table + ".csv").toList());
    assertThat(export.out().lines()).hasSameSizeAs(RunTables.NAMES);
    try (Stream<String> lines = Files.lines(run.resolve("csv/equity.csv"))) {
      assertThat(lines.count())
          .isEqualTo(
              1 + RunTables.of(run.resolve("run.db")).getOrDefault("equity", List.of()).size());
    }
  }

  @Test
  void whatIsNoRunIsNotExported() {
    assertThat(Invocation.of("export", folder).exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(Invocation.of("export", folder).err()).contains("no run (it has no run.db)");
    assertThat(Invocation.names(folder)).isEmpty();
  }
}
