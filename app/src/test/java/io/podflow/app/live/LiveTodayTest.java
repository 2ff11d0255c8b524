package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A live job begins on any day, whatever range its configuration has for backtests. */
@Tag("LV1")
class LiveTodayTest {

  private static final Path SHIPPED =
      Path.of(System.getProperty("podflow.root", "..")).resolve("config");

  @TempDir private Path folder;
  private Path impatient;

  static Stream<Path> shipped() {
    return Stream.of("quickstart.yaml", "orchestrator-live.yaml", "tiers/17.yaml")
        .map(SHIPPED::resolve);
  }

  @BeforeEach
  void noBrokerAnswers() throws IOException {
    impatient = folder.resolve("kafka.properties");
    Files.writeString(impatient, "default.api.timeout.ms=400\nrequest.timeout.ms=300\n");
  }

  private Invocation live(Path config, String from) {
    return Invocation.of(
        "live",
        config,
        "--external",
        "--from",
        from,
        "--kafka=127.0.0.1:1",
        "--kafka-properties=" + impatient);
  }

  /** The documented command, as far as it goes without a broker. */
  @ParameterizedTest
  @MethodSource("shipped")
  void aDayBehindTheRangeOfBacktestsIsNotRefused(Path config) {
    Invocation said = live(config, "2026-12-01");

    assertThat(said.err()).contains("no answer from the broker");
    assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  /** The exchange side begins on the day that the job does. */
  @Test
  void theExchangeOnPaperBeginsOnThatDayToo() {
    Invocation said =
        Invocation.of(
            "paper-exchange",
            SHIPPED.resolve("quickstart.yaml"),
            "--from=2026-12-01",
            "--kafka=127.0.0.1:1",
            "--kafka-properties=" + impatient);

    assertThat(said.err()).contains("no answer from the broker");
  }

  @Test
  void aConfigurationWithoutARangeForBacktestsBeginsOnThatDayToo() throws IOException {
    Path config = folder.resolve("min.yaml");
    Files.writeString(
        config,
        "orchestrator: {pods: [{pod_id: p, strategy_name: buy-and-hold, symbols: [BTC/USDT]}]}\n");

    assertThat(live(config, "2026-12-01").err()).contains("no answer from the broker");
  }

  @Test
  void aDayThatIsNoDayIsOneError() {
    Invocation said = live(SHIPPED.resolve("quickstart.yaml"), "2026-11-31");

    assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(said.err())
        .contains(
            "--from: backtest.start: \"2026-11-31\"", "The configuration was refused: 1 error");
  }
}
