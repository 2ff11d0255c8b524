package io.podflow.savepoints.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.testing.SavepointRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from a savepoint is all that a job needs to go on. */
class RewrittenSavepointTest {

  private static final int DAYS = 50;

  @TempDir private Path folder;

  @ParameterizedTest
  @Tag("E5")
  @CsvSource({"rocksdb, 1", "rocksdb, 2", "hashmap, 1", "hashmap, 2"})
  void aJobGoesOnFromItAsIfNothingHadHappened(String backend, int parallelism) throws Exception {
    SavepointRun run = SavepointRun.random(7, DAYS, folder);
    Map<String, List<String>> expected = run.undisturbed();
    Path db = run.file();
    String savepoint = run.stopped(db, backend, parallelism, 0.6, SavepointFormatType.CANONICAL);

    SavepointFolder original = SavepointFolder.open(savepoint);
    JobState state = StateReading.read(original);
    assertThat(state.assets()).isNotEmpty();
    assertThat(state.pods()).isNotEmpty();
    assertThat(state.pods()).allSatisfy(pod -> assertThat(pod.timers()).isNotEmpty());
    assertThat(state.books()).isNotNull();

    Path rewritten = folder.resolve("rewritten");
    SavepointWriting.rewrite(
        original,
        Set.of(StateOperator.ASSETS, StateOperator.PODS, StateOperator.PORTFOLIO),
        piece -> piece,
        rewritten);
    assertThat(run.resumed(db, rewritten.toUri().toString(), backend, 3 - parallelism))
        .isEqualTo(expected);
  }
}
