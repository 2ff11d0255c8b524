package io.podflow.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Changed;
import io.podflow.app.testing.Said;
import io.podflow.config.refusal.ExitCode;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.job.step.Routes;
import io.podflow.job.testing.RunTables;
import io.podflow.savepoints.check.StateCheck;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.testing.SavepointRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of a savepoint, and that a job goes on as when its configuration changed. */
class RemovalTest {

  private static final int DAYS = 60;

  @TempDir private Path folder;

  /**
   * Pods that hold something for which nobody else is there, and pods that share what they hold.
   */
  @ParameterizedTest
  @Tag("E5")
  @Tag("E1")
  @Tag("E2")
  @CsvSource({
    "3, pod-0, hashmap, 1, it will be closed",
    "29, pod-1, rocksdb, 2, it will be closed",
    "26, pod-0, rocksdb, 1, it will go to pod-1",
    "13, pod-0, hashmap, 2, it will go to pod-2"
  })
  void aJobWithoutThePodDecidesAsAfterAChangeOfConfiguration(
      long seed, String leaver, String backend, int parallelism, String said) throws Exception {
    SavepointRun run = SavepointRun.random(seed, DAYS, folder);
    OrchestratorSettings settings = run.scope.layout().settings();
    int number = run.scope.layout().podIds().indexOf(leaver);
    Path changed = run.file();
    String savepoint =
        run.stopped(changed, backend, parallelism, 0.5, SavepointFormatType.CANONICAL);
    Path removed = Files.copy(changed, run.file());
    Map<String, Integer> before = files(savepoint);

    Path out = folder.resolve("removed");
    Said removal = Said.podflow("state", "remove-pod", savepoint, leaver, "--out", out);

    assertThat(removal.exitCode()).as(removal.err()).isEqualTo(ExitCode.OK);
    assertThat(removal.out())
        .contains("goes: " + leaver, "stays: capital of " + leaver, said)
        .containsPattern("stays: -?[0-9.]+ R[0-9]/USDT of " + leaver);
    assertThat(files(savepoint)).isEqualTo(before);
    JobState left = StateReading.read(SavepointFolder.open(out.toString()));
    assertThat(left.pods())
        .hasSize(settings.pods().size() - 1)
        .noneMatch(pod -> pod.key() == number);
    assertThat(left.assets()).isNotEmpty().noneMatch(asset -> Routes.podOf(asset.key()) == number);
    SavepointRun next = run.after(Changed.pods(settings, pods -> without(pods, leaver)));
    Map<String, List<String>> rows =
        next.resumed(removed, out.toUri().toString(), backend, parallelism);
    assertThat(rows).isEqualTo(next.resumed(changed, savepoint, backend, parallelism));
    assertThat(with(rows, "events", "|" + leaver + "|")).anyMatch(e -> e.contains("leaves "));
    assertThat(held(removed, leaver)).isNotEmpty().allMatch(quantity -> quantity == 0);
  }

  private static List<PodSettings> without(List<PodSettings> pods, String id) {
    return pods.stream().filter(pod -> !pod.podId().equals(id)).toList();
  }

  /**
   * What a pod has of each symbol, or what each pod has of a symbol, as far as it is not rounding.
   */
  private static List<Double> held(Path db, String podOrSymbol) throws Exception {
    List<Double> quantities = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT round(sum(quantity), 9) FROM pod_fills WHERE '"
                    + podOrSymbol
                    + "' IN (pod, symbol) GROUP BY pod, symbol")) {
      while (row.next()) {
        quantities.add(row.getDouble(1));
      }
    }
    return quantities;
  }

  @Test
  @Tag("E5")
  void aDryRunSaysTheSameAndWritesNothing() throws Exception {
    SavepointRun run = SavepointRun.random(11, DAYS, folder);
    String savepoint = run.stopped(run.file(), "hashmap", 1, 0.5, SavepointFormatType.CANONICAL);
    Path out = folder.resolve("removed");

    Said dry = Said.podflow("state", "remove-pod", savepoint, "pod-0", "--dry-run", "--out", out);

    assertThat(out).doesNotExist();
    Said real = Said.podflow("state", "remove-pod", savepoint, "pod-0", "--out", out);
    assertThat(real.out()).startsWith(dry.out()).contains("wrote " + out);
    assertThat(Said.podflow("state", "remove-pod", savepoint, "pod-0", "--out", out).err())
        .contains("exists");
    assertThat(Said.podflow("state", "remove-pod", savepoint, "pod-9", "--dry-run").err())
        .contains("no pod 'pod-9' (expected: one of [pod-0");
    assertThat(Said.podflow("state", "remove-pod", savepoint, "pod-0").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  /**
   * One task, because nothing may wait for a close when the job stops: this job has one list of
   * symbols for all closes.
   */
  @ParameterizedTest
  @Tag("E5")
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void aSymbolGoesAndPodsWithoutItNoticeNothing(String backend) throws Exception {
    SavepointRun run = SavepointRun.random(13, DAYS, folder);
    String symbol = "R0/USDT";
    String stranger = "|pod-3|";
    Path db = run.file();
    String savepoint = run.stopped(db, backend, 1, 0.5, SavepointFormatType.CANONICAL);
    Path out = folder.resolve("removed");

    Said said = Said.podflow("state", "remove-symbol", savepoint, symbol, "--out", out);

    assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.OK);
    assertThat(said.out())
        .contains("goes: pod-2 R0/USDT: 1 bars")
        .containsPattern("stays: -?[0-9.]+ R0/USDT of pod-[02], .* it will be closed");
    int number = run.scope.layout().universe().indexOf(symbol);
    JobState left = StateReading.read(SavepointFolder.open(out.toString()));
    assertThat(left.assets())
        .isNotEmpty()
        .noneMatch(asset -> Routes.symbolOf(asset.key()) == number);
    assertThat(StateCheck.inside(left, null)).isEmpty();
    SavepointRun next = run.after(withoutSymbol(run, symbol));
    assertThat(StateCheck.fit(left, next.scope.layout())).isEmpty();
    Path changed = Files.copy(db, run.file());
    int before = with(RunTables.of(db), "assets", symbol).size();
    Map<String, List<String>> rows = next.resumed(db, out.toUri().toString(), backend, 2);
    assertThat(rows).isEqualTo(next.resumed(changed, savepoint, backend, 2));
    assertThat(with(rows, "orders", symbol)).anyMatch(order -> order.contains("orphan"));
    assertThat(with(rows, "assets", symbol)).hasSize(before);
    assertThat(with(rows, "assets", stranger))
        .isNotEmpty()
        .isEqualTo(with(run.undisturbed(), "assets", stranger));
    assertThat(held(db, symbol)).isNotEmpty().allMatch(quantity -> quantity == 0);
  }

  private static OrchestratorSettings withoutSymbol(SavepointRun run, String symbol) {
    return Changed.pods(
        run.scope.layout().settings(),
        pods ->
            pods.stream()
                .map(
                    pod ->
                        Changed.symbols(
                            pod, names -> names.stream().filter(n -> !n.equals(symbol)).toList()))
                .toList());
  }

  private static List<String> with(Map<String, List<String>> tables, String table, String part) {
    return tables.getOrDefault(table, List.of()).stream()
        .filter(row -> row.contains(part))
        .toList();
  }

  @Test
  @Tag("E5")
  void aSymbolThatNobodyTradesIsRefused() throws Exception {
    SavepointRun run = SavepointRun.random(13, DAYS, folder);
    String savepoint = run.stopped(run.file(), "hashmap", 1, 0.5, SavepointFormatType.CANONICAL);

    assertThat(Said.podflow("state", "remove-symbol", savepoint, "R9/USDT", "--dry-run").err())
        .contains("no symbol 'R9/USDT'");
  }

  private static Map<String, Integer> files(String savepoint) throws Exception {
    Map<String, Integer> contents = new TreeMap<>();
    Path path = Path.of(savepoint.replaceFirst("^file:", ""));
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
