package io.podflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private static Invocation podflow(String words) {
    return Invocation.of((Object[]) words.trim().split(" +"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "backtest",
        "config",
        "config check",
        "config show",
        "config schema",
        "config reference",
        "bars",
        "bars check",
        "bars convert",
        "sample",
        "export",
        "live",
        "paper-exchange",
        "replay",
        "record",
        "watch"
      })
  void everyCommandExplainsItselfAndItsExitCodes(String command) {
    Invocation help = podflow(command + " --help");

    assertThat(help.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith(("Usage: podflow " + command).trim())
        .contains("Exit codes:")
        .containsPattern(ExitCode.DATA + " +the data was refused")
        .containsPattern(ExitCode.INTERRUPTED + " +interrupted");
    assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "backtest --version", "config check -V"})
  void theVersion(String command) {
    assertThat(podflow(command).out()).matches("podflow \\d+\\.\\d+\\.\\d+\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backtes | Did you mean: podflow backtest",
        "config | Name one of check, show, schema, reference.",
        "backtest | Missing required parameter: 'CONFIG'",
        "backtest x.yaml --enigne=inline | Possible solutions: --engine",
        "backtest x.yaml --engine=spark | expected one of [FLINK, INLINE]",
        "backtest x.yaml --parallelism=two | '--parallelism': 'two' is not an int",
        "record --out=x.db --until=2021-02-01 | --until: 2021-02-01 (expected: a time like",
        "sample --seed=x | '--seed': 'x' is not a long",
        "export x --format=xlsx | expected one of [CSV]"
      })
  void aSlipIsAnsweredInAFewLines(String slip) {
    String[] parts = slip.split(" \\| ");
    Invocation invocation = podflow(parts[0]);

    assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(invocation.out()).isEmpty();
    assertThat(invocation.err()).startsWith("podflow: ").contains(parts[1]).contains("--help'.");
    assertThat(invocation.err().lines()).hasSizeLessThan(4);
  }

  @Test
  void withoutAnythingItAsksForACommand() {
    Invocation invocation = Invocation.of();
    assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(invocation.err()).contains("Name a command.").contains("See 'podflow --help'.");
  }
}
