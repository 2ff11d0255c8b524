package io.podflow.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.podflow.app.testing.Invocation;
import io.podflow.config.ConfigReader;
import io.podflow.config.refusal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quickstart.yaml",
        "orchestrator-live.yaml",
        "tiers/5.yaml",
        "tiers/9.yaml",
        "tiers/13.yaml",
        "tiers/17.yaml"
      })
  @Tag("V2")
  void whatIsShippedIsValidAndRuns(String file) {
    Invocation check = Invocation.of("config", "check", Invocation.shipped("config/" + file));

    assertThat(check.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(check.out().lines()).singleElement().asString().contains(file + ": valid, ");
    assertThat(check.err()).isEmpty();
  }

  @Test
  @Tag("V1")
  void aStrategyThatNobodyProvidesIsRefusedWithTheNearestName(@TempDir Path folder)
      throws IOException {
    Path config = folder.resolve("unknown.yaml");
    Files.writeString(
        config,
        "orchestrator:\n  pods:\n  - {pod_id: a, strategy_name: ts-momemtum, symbols: [A/USDT]}\n");
    Invocation check = Invocation.of("config", "check", config);

    assertThat(check.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(check.out()).isEmpty();
    assertThat(check.err())
        .contains(config + ":3: orchestrator.pods.0.strategy_name: ts-momemtum (")
        .contains("nearest known: ts-momentum");
  }

  @Test
  @Tag("EV5")
  void theSmallestPortfolioIsToldWhatItsDefaultsDo(@TempDir Path folder) throws IOException {
    Path config = folder.resolve("hold.yaml");
    Files.writeString(
        config,
        "orchestrator:\n  pods:\n"
            + "  - {pod_id: hold, strategy_name: buy-and-hold, symbols: [A/USDT, B/USDT]}\n");
    Invocation check = Invocation.of("config", "check", config);

    assertThat(check.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(check.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("lifecycle: {enabled: false}"))
        .anyMatch(line -> line.contains("a pod that is alone keeps its initial_fraction"));
  }

  @Test
  @Tag("V2")
  void checkRefusesWithEveryError(@TempDir Path folder) throws IOException {
    Path config = folder.resolve("bad.yaml");
    Files.writeString(config, "orchestrator:\n  cost_bp: 4\n  pods: []\n");
    Invocation check = Invocation.of("config", "check", config);

    assertThat(check.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(check.out()).isEmpty();
    assertThat(check.err())
        .contains(config + ":2: orchestrator.cost_bp: 4 (")
        .contains("nearest known: cost_bps")
        .contains(config + ":3: orchestrator.pods: ")
        .contains("The configuration was refused: ");
  }

  @Test
  void showPrintsAConfigurationThatSaysTheSame(@TempDir Path folder) throws IOException {
    Path quickstart = Invocation.shipped("config/quickstart.yaml");
    Invocation show = Invocation.of("config", "show", quickstart);
    Path shown = folder.resolve("shown.yaml");
    Files.writeString(shown, show.out());
    ConfigReader reader = ConfigReader.installed();

    assertThat(show.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(reader.read(shown).orThrow()).isEqualTo(reader.read(quickstart).orThrow());
    assertThat(Invocation.of("config", "show", shown).out()).isEqualTo(show.out());
  }

  @Test
  void schemaPrintsTheFileThatIsShipped() throws IOException {
    Invocation schema = Invocation.of("config", "schema");
    ObjectMapper json = new ObjectMapper();

    assertThat(schema.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(json.readTree(schema.out()))
        .isEqualTo(json.readTree(Invocation.shipped("config/podflow.schema.json").toFile()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.yaml", ".", "text.yaml", "broken.yaml", "empty.yaml"})
  void whatIsNoConfigurationIsRefusedInASentence(String name, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("text.yaml"), "hello");
    Files.writeString(folder.resolve("broken.yaml"), "a: b: c\n- d\n");
    Files.writeString(folder.resolve("empty.yaml"), "");
    Invocation check = Invocation.of("config", "check", folder.resolve(name));

    assertThat(check.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(check.err().lines()).hasSize(2).last().asString().contains("refused: 1 error.");
    assertThat(check.err()).startsWith(folder.resolve(name).toString()).doesNotContain("\tat ");
  }
}
