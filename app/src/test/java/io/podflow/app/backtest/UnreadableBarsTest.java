package io.podflow.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What has the name of a file of bars and cannot be read is told, by every command. */
@Tag("DA1")
@EnabledOnOs(OS.LINUX)
class UnreadableBarsTest {

  @TempDir private Path folder;
  private Path bars;
  private Path config;

  @BeforeEach
  void oneGoodFile() throws IOException {
    bars = Files.createDirectories(folder.resolve("bars"));
    StringBuilder rows = new StringBuilder("timestamp,open,high,low,close,volume\n");
    for (int day = 0; day < 60; day++) {
      rows.append(LocalDate.of(2024, 1, 1).plusDays(day))
          .append("T00:00:00Z,10,11,9,")
          .append(10 + 0.1 * (day % 7))
          .append(",5\n");
    }
    Files.writeString(bars.resolve("ETH-USDT.csv"), rows);
    config = folder.resolve("c.yaml");
    Files.writeString(
        config,
        """
        backtest: {start: 2024-01-10, end: 2024-02-20, warmup_days: 5, allow_missing: true}
        orchestrator:
          pods:
            - {pod_id: p, strategy_name: ts-momentum, symbols: [ETH/USDT, BTC/USDT], timeframe: 1D,
               strategy_params: {lookback: 5, vol_window: 5}}
        """);
  }

  private Invocation backtest() {
    return Invocation.of(
        "backtest", config, "--data", bars, "--engine", "inline", "--out", folder.resolve("run"));
  }

  private static void assertSaid(Invocation said, int exitCode, String part) {
    assertThat(said.exitCode()).as(said.err()).isEqualTo(exitCode);
    assertThat(said.out() + said.err()).contains("BTC-USDT.csv " + part);
  }

  @Test
  void aFileThatTheSystemDoesNotReadIsExitCode5() throws IOException {
    Files.createSymbolicLink(bars.resolve("BTC-USDT.csv"), Path.of("/proc/self/mem"));

    assertSaid(backtest(), ExitCode.FILES, "cannot be read: Input/output error");
    assertSaid(Invocation.of("bars", "check", bars), ExitCode.FILES, "cannot be read");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aLinkThatLeadsNowhereIsNotAMissingFile() throws IOException {
    Files.createSymbolicLink(bars.resolve("BTC-USDT.csv"), Path.of("gone.csv"));

    String sentence = "is a link to a file that is not there (mend or remove the link)";
    assertSaid(backtest(), ExitCode.FILES, sentence);
    assertSaid(Invocation.of("bars", "check", bars), ExitCode.FILES, sentence);
    assertSaid(
        Invocation.of("bars", "convert", bars, "--out", folder.resolve("out")),
        ExitCode.FILES,
        sentence);
  }

  @Test
  void aFolderOfThatNameIsNotAMissingFile() throws IOException {
    Files.createDirectories(bars.resolve("BTC-USDT.csv"));

    assertSaid(backtest(), ExitCode.DATA, "is not a file (rename or remove it)");
    assertSaid(Invocation.of("bars", "check", bars), ExitCode.DATA, "is not a file");
  }

  @Test
  @Tag("EV7")
  void aLinkToRatesThatLeadsNowhereIsTold() throws IOException {
    Path rates = Files.createDirectories(folder.resolve("rates"));
    Files.writeString(rates.resolve("ETH-USDT.csv"), "timestamp,rate\n2024-01-10T00:00:00Z,0.01\n");
    Files.createSymbolicLink(rates.resolve("BTC-USDT.csv"), Path.of("gone.csv"));
    String yaml = Files.readString(config);
    Files.writeString(config, yaml.replace("{start", "{funding: " + rates + ", start"));

    assertSaid(backtest(), ExitCode.FILES, "is a link to a file that is not there");
  }

  @Test
  void withoutALinkTheOtherSymbolIsTradedAlone() {
    assertThat(backtest().exitCode()).isEqualTo(ExitCode.OK);
  }
}
