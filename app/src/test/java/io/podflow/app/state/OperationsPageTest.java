package io.podflow.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.CommandDesk;
import io.podflow.app.testing.Said;
import io.podflow.job.testing.BuildJars;
import io.podflow.job.testing.LocalPorts;
import io.podflow.job.testing.RunTables;
import io.podflow.live.testing.LocalParts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/operations.md, run in a shell as they stand there, against a real broker and
 * real clusters. Only addresses are others, checkpoints come more often, and {@code
 * scripts/podflow} hands its arguments to a process that has the classes of this build.
 */
class OperationsPageTest {

  private static final Path ROOT =
      Path.of(System.getProperty("podflow.root", "..")).toAbsolutePath().normalize();
  private static final String CODE = "    ";
  private static final String SECTION = "\norchestrator:\n";
  private static final List<String> JVM =
      List.of(
          "-Xmx768m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED");

  @TempDir private Path folder;

  @Test
  @Tag("L5")
  @Tag("E5")
  @Tag("E1")
  void thePageDoesWhatItSays() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    try (LocalParts parts = new LocalParts(folder.resolve("local"));
        CommandDesk desk =
            new CommandDesk(home, BuildJars.in(folder), JVM, folder.resolve("desk.log"))) {
      parts.start();
      layOut(home, desk);
      run(home, script(parts));
    }
    stopsAndParallelismChangeNothing(home);
    thePodIsGoneAndTheNewOneTrades(home.resolve("live.db"));
  }

  private static List<String> commands() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("docs/operations.md"));
    return lines.stream()
        .filter(line -> line.startsWith(CODE))
        .map(line -> line.substring(CODE.length()))
        .toList();
  }

  private String script(LocalParts parts) throws IOException {
    List<String> commands = commands();
    assertThat(commands).hasSizeGreaterThan(40);
    Map<String, String> there = LocalPorts.free(folder);
    String down = "PODFLOW_LOCAL_DIR=there PODFLOW_FLINK_PORT=8082 PODFLOW_FLINK_RPC_PORT=6124";
    String script =
        "set -euo pipefail\n"
            + ("trap '" + down + " PODFLOW_TASK_MANAGERS=1 scripts/cluster down || true' EXIT\n")
            + String.join("\n", commands);
    return script
        .replace("localhost:9092", parts.broker)
        .replace("localhost:8081", parts.cluster)
        .replace("8082", port(there, "PODFLOW_FLINK_PORT"))
        .replace("6124", port(there, "PODFLOW_FLINK_RPC_PORT"));
  }

  private static String port(Map<String, String> environment, String variable) {
    return Objects.requireNonNull(environment.get(variable));
  }

  private static void layOut(Path home, CommandDesk desk) throws IOException {
    Path scripts = Files.createDirectory(home.resolve("scripts"));
    for (String script : List.of("savepoint", "cluster")) {
      Path there = ROOT.resolve("scripts").resolve(script);
      program(scripts.resolve(script), "exec '" + there + "' \"$@\"");
    }
    program(scripts.resolve("podflow"), desk.program());
    String quickstart = Files.readString(ROOT.resolve("config/quickstart.yaml"));
    assertThat(quickstart).contains(SECTION);
    Files.writeString(
        Files.createDirectory(home.resolve("config")).resolve("quickstart.yaml"),
        quickstart.replace(SECTION, SECTION + "  live: {checkpoint_every: 1s}\n"));
  }

  private static void program(Path file, String command) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void run(Path home, String script) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "-x", "-c", script)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .start();
    String said;
    try (InputStream output = shell.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(shell.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("goes: trend-slow: machines", "stays: capital of trend-slow")
        .contains("removed: sound, 3 pods")
        .contains("it fits more.yaml", "it fits renamed.yaml");
    assertThat(said.lines().filter(line -> line.contains("  start-")))
        .as("versions in the state at the end: the first, without a pod, with another")
        .hasSize(3);
  }

  /** Up to the removal, the job decided what a backtest decides. */
  private static void stopsAndParallelismChangeNothing(Path home) throws Exception {
    Path backtest = home.resolve("backtest");
    Said said =
        Said.podflow("backtest", home.resolve("my.yaml"), "--to", "2021-04-15", "--out", backtest);
    assertThat(said.exitCode()).as(said.err()).isZero();
    Map<String, List<String>> there = RunTables.of(home.resolve("before.db"));
    Map<String, List<String>> here = RunTables.of(backtest.resolve("run.db"));
    for (String table : List.of("assets", "pods", "targets", "fills", "positions", "equity")) {
      assertThat(there.get(table)).as(table).isNotEmpty().isEqualTo(here.get(table));
    }
  }

  private static void thePodIsGoneAndTheNewOneTrades(Path db) throws Exception {
    assertThat(rows(db, "SELECT max(time), count(*) = count(DISTINCT time) FROM equity"))
        .containsExactly("2021-08-01T00:00:00Z 1");
    assertThat(rows(db, "SELECT pod, message FROM events WHERE kind = 'config' ORDER BY time"))
        .anyMatch(event -> event.equals("trend-slow the pod is no longer configured"))
        .anyMatch(event -> event.startsWith("newcomer the pod is new"));
    assertThat(rows(db, "SELECT pod FROM events WHERE kind = 'orphan' AND message LIKE 'leaves %'"))
        .isNotEmpty()
        .containsOnly("trend-slow");
    assertThat(
            rows(
                db,
                "SELECT symbol FROM pod_fills WHERE pod = 'trend-slow' GROUP BY symbol"
                    + " HAVING abs(sum(quantity)) > 1e-9"))
        .isEmpty();
    theRenamedPodGoesOn(db);
  }

  /** How much was decided under which name depends on how far the job had read when it stopped. */
  private static void theRenamedPodGoesOn(Path db) throws Exception {
    String either = " WHERE pod IN ('newcomer', 'holder')";
    assertThat(rows(db, "SELECT DISTINCT symbol FROM pod_fills" + either))
        .containsExactlyInAnyOrder("SYN01/USDT", "SYN17/USDT");
    assertThat(rows(db, "SELECT pod FROM events WHERE kind = 'config' AND pod = 'holder'"))
        .as("a pod that was renamed is not new")
        .isEmpty();
    assertThat(rows(db, "SELECT max(time) FROM pods WHERE pod = 'holder'"))
        .containsExactly("2021-08-01T00:00:00Z");
    assertThat(
            rows(
                db,
                "SELECT count(*) = count(DISTINCT time),"
                    + " count(*) = julianday(max(time)) - julianday(min(time)) + 1 FROM pods"
                    + either))
        .as("each day is of one of the two names, and none is left out")
        .containsExactly("1 1");
  }

  private static List<String> rows(Path db, String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(row.getString(i));
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }
}
