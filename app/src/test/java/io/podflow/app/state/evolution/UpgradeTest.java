package io.podflow.app.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.app.testing.Said;
import io.podflow.config.refusal.ExitCode;
import io.podflow.job.state.OldSavepointException;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.testing.SavepointRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Savepoints of before state had logical names (ADR 21), and what becomes of them. */
@Tag("L5")
class UpgradeTest {

  private static final Path OLD = FixtureTest.FIXTURES.resolve("0.1.0");
  private static final Pattern CLASS = Pattern.compile("io\\.podflow(\\.\\w+)*\\.[A-Z][\\w$]*");

  @TempDir private Path folder;

  @Test
  void anOldSavepointIsRewrittenByOneCommand() throws Exception {
    Path upgraded = folder.resolve("new");

    Said said = Said.podflow("state", "upgrade", OLD.resolve("live"), upgraded);

    assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.OK);
    assertThat(said.out())
        .contains("assets: 8 entries", "pods: 4 entries", "portfolio: 1 entry")
        .contains("feed-messages: 3 entries", "market-gate: 4 entries", "wrote " + upgraded);
    assertThat(classes(upgraded)).containsExactly("io.podflow.job.state.StateSerializerSnapshot");
    assertThat(classes(OLD.resolve("live"))).hasSizeGreaterThan(20);
    assertThat(SavepointFolder.open(upgraded.toString()).isOld()).isFalse();
  }

  @Test
  void nothingIsOverwrittenOrUpgradedTwice() throws Exception {
    Path upgraded = folder.resolve("new");
    Said.podflow("state", "upgrade", OLD.resolve("savepoint"), upgraded);

    Said again = Said.podflow("state", "upgrade", OLD.resolve("savepoint"), upgraded);
    Said twice = Said.podflow("state", "upgrade", upgraded, folder.resolve("newer"));

    assertThat(again.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(again.err()).contains(upgraded + " exists");
    assertThat(twice.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(twice.err()).contains("is in the form of this version already");
    assertThat(folder.resolve("newer")).doesNotExist();
  }

  @Test
  void otherCommandsRefuseAnOldSavepointWithTheCommand() throws Exception {
    for (String command : new String[] {"inspect", "verify"}) {
      Said said = Said.podflow("state", command, OLD.resolve("savepoint"));

      assertThat(said.exitCode()).as(command).isEqualTo(ExitCode.FILES);
      assertThat(said.err()).contains("podflow state upgrade OLD NEW");
    }
  }

  @Test
  void noJobIsStartedOnAnOldSavepoint() {
    SavepointRun run = SavepointRun.random(13, 60, folder);
    String old = OLD.resolve("savepoint").toAbsolutePath().toUri().toString();

    assertThatThrownBy(() -> run.resumed(run.file(), old, "hashmap", 1))
        .isInstanceOf(OldSavepointException.class)
        .hasMessage(OldSavepointException.SENTENCE);
  }

  @Test
  void aLiveJobIsNotStartedOnAnOldSavepoint() throws Exception {
    String kafka = "--kafka=127.0.0.1:1";
    Path config = Path.of(System.getProperty("podflow.root", ".."), "config/quickstart.yaml");

    Said said =
        Said.podflow("live", config, kafka, "--resume", OLD.resolve("live").toAbsolutePath());

    assertThat(said.exitCode()).isNotEqualTo(ExitCode.OK);
    assertThat(said.err()).contains(OldSavepointException.SENTENCE);
  }

  /** Names of podflow's classes in the files of a savepoint. */
  private static TreeSet<String> classes(Path savepoint) throws IOException {
    TreeSet<String> classes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(savepoint)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher named =
            CLASS.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        while (named.find()) {
          classes.add(named.group());
        }
      }
    }
    return classes;
  }
}
