package io.podflow.connectors.rundb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private final Path runs;

  RunFolderTest(@TempDir Path runs) {
    this.runs = runs;
  }

  private RunFolder started() throws IOException {
    RunFolder folder = RunFolder.create(runs.resolve("deep/first"));
    for (String name :
        List.of(RunFolder.DATABASE, RunFolder.SUMMARY, RunFolder.CONFIG, RunFolder.REPORT)) {
      Files.writeString(folder.file(name), name);
    }
    return folder;
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(runs.resolve(folder))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aRunAppearsWhenItIsComplete() throws IOException {
    RunFolder folder = started();
    assertThat(folder.target()).doesNotExist();

    folder.complete();

    assertThat(names("deep")).containsExactly("first");
    assertThat(names("deep/first"))
        .containsExactly("config.yaml", "report.html", "run.db", "summary.json");
    assertThat(RunFolder.databaseOf(folder.target())).hasContent("run.db");
  }

  @Test
  void aFailedRunSaysWhyAndKeepsOnlyItsConfiguration() throws IOException {
    RunFolder folder = started();
    folder.fail("no more bars", new IllegalStateException("bars ran out"));

    assertThat(names("deep")).containsExactly("first");
    assertThat(names("deep/first")).containsExactly("FAILED", "config.yaml");
    assertThat(Files.readString(folder.target().resolve("FAILED")))
        .startsWith("The run failed: no more bars")
        .contains("java.lang.IllegalStateException: bars ran out")
        .contains("at io.podflow");
    assertThatThrownBy(() -> RunFolder.databaseOf(folder.target()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no more bars");
  }

  @Test
  void aReasonWithoutAStackTrace() throws IOException {
    RunFolder folder = started();
    folder.fail("3 rows rejected and --strict given");
    assertThat(folder.target().resolve("FAILED")).hasContent("3 rows rejected and --strict given");
  }

  @Test
  void aDiscardedRunLeavesNothing() throws IOException {
    RunFolder folder = started();
    folder.discard();
    folder.discard();
    folder.fail("too late");
    assertThat(names("deep")).isEmpty();
    assertThatThrownBy(folder::complete).hasMessageContaining("was given up");
  }

  @Test
  void discardingACompleteRunDoesNothing() throws IOException {
    RunFolder folder = started();
    folder.complete();
    folder.discard();
    assertThat(names("deep/first")).hasSize(4);
  }

  @Test
  void anExistingRunIsNeverOverwritten() throws IOException {
    Files.createDirectories(runs.resolve("first"));
    assertThatThrownBy(() -> RunFolder.create(runs.resolve("first")))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("already exists");
    assertThat(names("")).containsExactly("first");
  }

  @Test
  void twoRunsOfOneNameDoNotMix() throws IOException {
    RunFolder one = started();
    RunFolder two = started();
    one.complete();
    assertThatThrownBy(two::complete).isInstanceOf(FileAlreadyExistsException.class);
    two.discard();
    assertThat(names("deep")).containsExactly("first");
  }

  @Test
  void aFolderWithoutARunIsNoRun() {
    assertThatThrownBy(() -> RunFolder.databaseOf(runs))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no run.db");
  }
}
