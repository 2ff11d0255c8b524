package io.podflow.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("E1")
class EarlierVersionsTest {

  @TempDir private Path folder;
  private Path old;

  @BeforeEach
  void anEarlierVersion() throws IOException {
    old = version("old", "{pod_id: a, strategy_name: buy-and-hold, symbols: [A/U]}");
  }

  @Test
  void whatWouldMakeStateMeanSomethingElseIsRefusedAsAWhole() throws IOException {
    Path next =
        version(
            "next", "{pod_id: a, strategy_name: ts-momentum, symbols: [B/U, A/U], timeframe: 12H}");
    Invocation run = Invocation.of("live", next, "--resume", "nowhere", "--after", old);
    assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(run.err())
        .contains("pod 'a': timeframe: 12H (expected: 1D, as before)")
        .contains("pod 'a': symbols: [B/U, A/U] (expected: [A/U], as before)")
        .contains("pod 'a': strategy_name: ts-momentum (expected: buy-and-hold, as before)");
  }

  @Test
  void aRemovedPodDoesNotComeBackUnderItsName() throws IOException {
    Path without = version("without", "{pod_id: b, strategy_name: buy-and-hold, symbols: [A/U]}");
    Invocation run =
        Invocation.of("live", old, "--resume", "nowhere", "--after", old, "--after", without);
    assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(run.err()).contains("pod 'a' was removed before");
  }

  @Test
  void anEarlierVersionWithoutStateMakesNoSense() {
    Invocation run = Invocation.of("live", old, "--after", old);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--after: needs --resume");
  }

  private Path version(String name, String pod) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"), "orchestrator:\n  pods:\n    - " + pod + "\n");
  }
}
