package io.podflow.app.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Said;
import io.podflow.config.refusal.ExitCode;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.testing.SavepointRun;
import io.podflow.savepoints.testing.Upgraded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints that earlier versions have written: today's code reads them, once they are upgraded
 * where their form is old, and a job of today goes on from them. Each version adds a folder and
 * never changes one.
 */
class FixtureTest {

  static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final long SEED = 13;
  private static final int DAYS = 60;

  @TempDir private Path folder;

  static List<Path> versions() throws Exception {
    try (Stream<Path> versions = Files.list(FIXTURES)) {
      return versions.sorted().toList();
    }
  }

  @ParameterizedTest
  @Tag("L5")
  @MethodSource("versions")
  void todaysToolsReadIt(Path fixture) throws Exception {
    Path savepoint = Upgraded.of(savepoint(fixture), folder);
    Said said = Said.podflow("state", "verify", savepoint);

    assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(ExitCode.OK);
    JobState state = StateReading.read(SavepointFolder.open(savepoint.toString()));
    assertThat(state.books()).isNotNull();
    assertThat(state.assets()).isNotEmpty();
  }

  @ParameterizedTest
  @Tag("L5")
  @MethodSource("versions")
  void aJobOfTodayGoesOnFromIt(Path fixture) throws Exception {
    SavepointRun run = SavepointRun.random(SEED, DAYS, folder);
    Path db = run.file();
    Path savepoint = Upgraded.of(savepoint(fixture), folder);
    String path = copied(savepoint, folder.resolve("copy")).toUri().toString();

    Map<String, List<String>> rows = run.resumed(db, path, "rocksdb", 2);

    Map<String, List<String>> whole = run.undisturbed();
    for (String table : List.of("equity", "assets", "pods")) {
      List<String> all = keys(whole, table);
      List<String> now = keys(rows, table);
      assertThat(now).as(table).isNotEmpty().hasSizeLessThan(all.size());
      assertThat(all.subList(all.size() - now.size(), all.size())).as(table).isEqualTo(now);
    }
    assertThat(rows.get("orders")).isNotEmpty();
    SecondHalf half = new SecondHalf(books(savepoint), rows);
    half.booksGoOnWithoutAJump();
    half.nothingIsOrphaned();
  }

  /** What the portfolio of a savepoint remembers. */
  static PortfolioState books(Path savepoint) throws Exception {
    return Objects.requireNonNull(
        StateReading.read(SavepointFolder.open(savepoint.toString())).books());
  }

  /**
   * What rows are about, not what they say: the rules by which the first half was traded are those
   * of its version (decision TR1), and positions differ by them.
   */
  static List<String> keys(Map<String, List<String>> rows, String table) {
    int columns = table.equals("equity") ? 1 : table.equals("pods") ? 2 : 3;
    return rows.getOrDefault(table, List.of()).stream()
        .map(row -> String.join("|", List.of(row.split("\\|", -1)).subList(0, columns)))
        .toList();
  }

  private static Path savepoint(Path fixture) {
    return fixture.resolve("savepoint");
  }

  /** Copies a folder to one that does not exist yet. */
  static Path copied(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  /** What scripts/state-fixture runs, once for each release. */
  @Test
  @EnabledIfSystemProperty(named = "podflow.fixture", matches = ".+")
  void writesTheFixtureOfThisVersion() throws Exception {
    SavepointRun run = SavepointRun.random(SEED, DAYS, folder);
    String path = run.stopped(run.file(), "rocksdb", 1, 0.5, SavepointFormatType.CANONICAL);
    Path fixture = FIXTURES.resolve(System.getProperty("podflow.fixture"));
    Files.createDirectories(fixture);
    copied(Path.of(path.replaceFirst("^file:", "")), fixture.resolve("savepoint"));
  }
}
