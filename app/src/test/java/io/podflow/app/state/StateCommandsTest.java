package io.podflow.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.podflow.app.testing.Said;
import io.podflow.config.refusal.ExitCode;
import io.podflow.savepoints.testing.SavepointRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.apache.flink.core.execution.SavepointFormatType;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that look, over savepoints of jobs that ran. */
class StateCommandsTest {

  private static final int DAYS = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @Tag("L5")
  @CsvSource({"3, rocksdb, 1", "4, rocksdb, 2", "5, hashmap, 1", "6, hashmap, 2"})
  void whatAJobLeavesIsSoundAndShown(long seed, String backend, int parallelism) throws Exception {
    SavepointRun run = SavepointRun.random(seed, DAYS, folder);
    String savepoint =
        run.stopped(run.file(), backend, parallelism, 0.7, SavepointFormatType.CANONICAL);
    List<String> pods =
        run.scope.layout().settings().pods().stream().map(pod -> pod.podId()).toList();

    Said verified = Said.podflow("state", "verify", savepoint);
    assertThat(verified.out()).contains(": sound, " + pods.size() + " pods");
    assertThat(verified.exitCode()).isEqualTo(ExitCode.OK);

    JsonNode shown =
        new ObjectMapper().readTree(Said.podflow("state", "inspect", savepoint, "--json").out());
    assertThat(shown.get("pods").findValuesAsText("pod")).isEqualTo(pods);
    int pairs =
        run.scope.layout().settings().pods().stream().mapToInt(p -> p.symbols().size()).sum();
    assertThat(shown.get("assets")).hasSize(pairs);
    double equity = value(shown.get("job"), "equity");
    double held = sum(shown.get("positions"), "value");
    assertThat(value(shown.get("job"), "cash") + held).isCloseTo(equity, within(equity));

    Path db = folder.resolve("state-" + seed + ".db");
    assertThat(Said.podflow("state", "export", savepoint, "--to", db).exitCode()).isZero();
    assertThat(count(db, "SELECT count(*) FROM assets")).isEqualTo(pairs);
    assertThat(count(db, "SELECT count(*) FROM bars")).isPositive();
    assertThat(Said.podflow("state", "export", savepoint, "--to", db).err())
        .contains("already exists");
    assertThat(Said.podflow("state", "diff", savepoint, savepoint).out())
        .isEqualTo("nothing differs" + System.lineSeparator());
  }

  @Test
  @Tag("L5")
  void onePodAndOneSymbolAlone() throws Exception {
    SavepointRun run = SavepointRun.random(8, DAYS, folder);
    String savepoint = run.stopped(run.file(), "hashmap", 1, 0.5, SavepointFormatType.CANONICAL);
    String symbol = run.scope.layout().pod(0).symbols().get(0);

    String shown =
        Said.podflow("state", "inspect", savepoint, "--pod", "pod-0", "--symbol", symbol).out();

    assertThat(shown).contains("assets\n").contains(symbol).doesNotContain("job\n");
    assertThat(shown.lines().filter(line -> line.startsWith("  ") && !line.startsWith("  pod ")))
        .allSatisfy(line -> assertThat(line).contains("pod-0").contains(symbol));
  }

  @Test
  @Tag("L5")
  void aDayLaterSomethingDiffers() throws Exception {
    SavepointRun run = SavepointRun.random(8, DAYS, folder);
    String before = run.stopped(run.file(), "hashmap", 1, 0.5, SavepointFormatType.CANONICAL);
    String after = run.stopped(run.file(), "rocksdb", 1, 0.55, SavepointFormatType.CANONICAL);

    String diff = Said.podflow("state", "diff", before, after).out();

    assertThat(diff).contains("memory.bars.closes").contains("new").contains("clock");
  }

  @Test
  @Tag("E5")
  void aNativeSavepointIsRefusedWithTheCommandForACanonicalOne() throws Exception {
    SavepointRun run = SavepointRun.random(8, DAYS, folder);
    for (String backend : List.of("rocksdb", "hashmap")) {
      String savepoint = run.stopped(run.file(), backend, 1, 0.5, SavepointFormatType.NATIVE);

      Said said = Said.podflow("state", "inspect", savepoint);

      assertThat(said.exitCode()).isEqualTo(ExitCode.FILES);
      assertThat(said.err()).contains("canonical").contains("\"formatType\": \"CANONICAL\"");
    }
  }

  @ParameterizedTest
  @Tag("L5")
  @ValueSource(strings = {"missing", "empty"})
  void whatIsNoSavepointIsRefused(String name) throws Exception {
    Files.createDirectory(folder.resolve("empty"));

    Said said = Said.podflow("state", "verify", folder.resolve(name));

    assertThat(said.exitCode()).isEqualTo(ExitCode.FILES);
    assertThat(said.err()).contains("is no savepoint");
  }

  private static Offset<Double> within(double size) {
    return Offset.offset(1e-9 * size);
  }

  private static double value(JsonNode rows, String name) {
    for (JsonNode row : rows) {
      if (row.get("name").asText().equals(name)) {
        return row.get("value").asDouble();
      }
    }
    throw new AssertionError(name);
  }

  private static double sum(JsonNode rows, String column) {
    double sum = 0;
    for (JsonNode row : rows) {
      sum += row.get(column).asDouble();
    }
    return sum;
  }

  private static long count(Path db, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }
}
