package io.podflow.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Changed;
import io.podflow.app.testing.Said;
import io.podflow.config.EffectiveConfig;
import io.podflow.config.refusal.ExitCode;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.SavepointWriting;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.testing.SavepointRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pod under another id: nothing but its name changes. */
class RenameTest {

  private static final int DAYS = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @Tag("E5")
  @CsvSource({"3, hashmap, 1", "13, rocksdb, 2"})
  void aJobGoesOnAsBeforeUnderTheNewName(long seed, String backend, int parallelism)
      throws Exception {
    SavepointRun run = SavepointRun.random(seed, DAYS, folder);
    Path db = run.file();
    String savepoint = run.stopped(db, backend, parallelism, 0.5, SavepointFormatType.CANONICAL);
    Path out = folder.resolve("renamed");

    Said said = Said.podflow("state", "rename-pod", savepoint, "pod-0", "core", "--out", out);

    assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.OK);
    assertThat(said.out()).contains("renamed: pod pod-0 is core");
    OrchestratorSettings settings = run.scope.layout().settings();
    SavepointRun next =
        run.begun(
            Changed.pods(
                settings,
                pods ->
                    pods.stream()
                        .map(pod -> pod.podId().equals("pod-0") ? Changed.id(pod, "core") : pod)
                        .toList()));
    Map<String, List<String>> rows = next.resumed(db, out.toUri().toString(), backend, parallelism);
    assertThat(String.join("\n", rows.getOrDefault("pods", List.of()))).contains("|core|");
    assertThat(alike(rows)).isEqualTo(alike(run.undisturbed()));
  }

  /**
   * What was recorded before has the old name, in messages of idle capital, too; and rows are
   * sorted, so they are again.
   */
  private static Map<String, List<String>> alike(Map<String, List<String>> tables) {
    Map<String, List<String>> renamed = new TreeMap<>();
    tables.forEach(
        (table, rows) ->
            renamed.put(
                table,
                rows.stream().map(row -> row.replaceAll("\\bcore\\b", "pod-0")).sorted().toList()));
    return renamed;
  }

  @Test
  @Tag("E5")
  void theNameChangesInEveryVersionOfTheConfiguration() throws Exception {
    SavepointRun run = SavepointRun.random(13, DAYS, folder);
    String stopped = run.stopped(run.file(), "hashmap", 1, 0.5, SavepointFormatType.CANONICAL);
    JobState state = StateReading.read(SavepointFolder.open(stopped));
    String yaml =
        EffectiveConfig.yaml(new RandomPortfolio(13, DAYS).settings())
            .replace("on_removal: close", "on_removal: \"transfer: pod-0\"");
    ConfigVersion first = ConfigVersion.first("v1", yaml);
    ConfigVersion second = ConfigVersion.of("v2", 17, 0, yaml, run.scope.layout().lineage());
    Path savepoint = folder.resolve("versions");
    SavepointWriting.create(
        new JobState(
            state.assets(),
            state.pods(),
            state.portfolio(),
            state.market(),
            state.exchange(),
            List.of(first, second)),
        savepoint);
    Path out = folder.resolve("renamed");

    Said said = Said.podflow("state", "rename-pod", savepoint, "pod-0", "core", "--out", out);

    assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.OK);
    List<ConfigVersion> versions =
        StateReading.read(SavepointFolder.open(out.toString())).versions();
    assertThat(versions).extracting(ConfigVersion::id).containsExactly("v1", "v2");
    assertThat(versions)
        .allSatisfy(
            version ->
                assertThat(version.yaml())
                    .isEqualTo(
                        yaml.replace("pod_id: pod-0", "pod_id: core")
                            .replace("transfer: pod-0", "transfer: core")));
    assertThat(versions.get(1).pods()).contains("core", "pod-1").doesNotContain("pod-0");
    assertThat(versions.get(1).effective()).isEqualTo(17);
  }

  @Test
  @Tag("E5")
  void aNameThatIsTakenIsRefused() throws Exception {
    SavepointRun run = SavepointRun.random(13, DAYS, folder);
    String savepoint = run.stopped(run.file(), "hashmap", 1, 0.5, SavepointFormatType.CANONICAL);

    Said taken = Said.podflow("state", "rename-pod", savepoint, "pod-0", "pod-1", "--dry-run");
    assertThat(taken.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(taken.err()).contains("new id 'pod-1' (expected: one that no pod has or had");
    assertThat(Said.podflow("state", "rename-pod", savepoint, "nobody", "x", "--dry-run").err())
        .contains("no pod 'nobody'");
  }
}
