package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A live job begins now or on any day, whatever range its configuration has for backtests. */
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

  private Invocation live(Path config, String... options) {
    List<Object> arguments = new ArrayList<>(List.of("live", config));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--kafka=127.0.0.1:1", "--kafka-properties=" + impatient));
    return Invocation.of(arguments.toArray());
  }

  /** The documented command, as far as it goes without a broker. */
  @ParameterizedTest
  @MethodSource("shipped")
  void noDayIsRefusedAndNoneIsNeeded(Path config) {
    for (String[] options :
        new String[][] {
          {},
          {"--external"},
          {"--shadow"},
          {"--external", "--from", "2026-12-01"},
          {"--from=2026-12-01T12:00:00Z"}
        }) {
      Invocation said = live(config, options);

      assertThat(said.err()).contains("no answer from the broker");
      assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
    }
  }

  /** The exchange side begins when the job does. */
  @Test
  void theExchangeOnPaperNeedsNoDayEither() {
    for (String option : List.of("--seed=1", "--from=2026-12-01", "--from=2026-12-01T12:00:00Z")) {
      Invocation said =
          Invocation.of(
              "paper-exchange",
              SHIPPED.resolve("quickstart.yaml"),
              option,
              "--kafka=127.0.0.1:1",
              "--kafka-properties=" + impatient);

      assertThat(said.err()).contains("no answer from the broker");
    }
  }

  @Test
  void aConfigurationWithoutARangeForBacktestsTradesToo() throws IOException {
    Path config = folder.resolve("min.yaml");
    Files.writeString(
        config,
        "orchestrator: {pods: [{pod_id: p, strategy_name: buy-and-hold, symbols: [BTC/USDT]}]}\n");

    assertThat(live(config, "--external").err()).contains("no answer from the broker");
    assertThat(live(config, "--from", "2026-12-01").err()).contains("no answer from the broker");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-31",
        "soon",
        "2026-12-01T12:00:00",
        "1999-12-31",
        "2026-12-01T12:00:00+01:00"
      })
  void whatIsNoDayAndNoTimeIsRefused(String from) {
    for (String command : List.of("live", "paper-exchange")) {
      Invocation said = Invocation.of(command, SHIPPED.resolve("quickstart.yaml"), "--from", from);

      assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(said.err())
          .contains("--from: " + from + " (expected: a UTC day like 2026-12-01 or a time");
    }
  }
}
