package io.podflow.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.journal.Event;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars that are not as they should be, through both engines. */
class SpoiltDataTest {

  private static final String PLACE = SpoiltMarket.FILE + ":" + SpoiltMarket.MALFORMED_LINE;

  private final Path folder;
  private final Path bars;

  SpoiltDataTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.bars = SpoiltMarket.write(folder.resolve("bars"));
  }

  private Invocation backtest(Path run, String engine, int parallelism, String... more) {
    Object[] arguments = new Object[11 + more.length];
    System.arraycopy(
        new Object[] {
          "backtest",
          Invocation.shipped("config/quickstart.yaml"),
          "--data",
          bars,
          "--from=" + SpoiltMarket.FROM,
          "--to",
          "2024-12-31",
          "--out",
          run,
          "--engine=" + engine,
          "--parallelism=" + parallelism
        },
        0,
        arguments,
        0,
        11);
    System.arraycopy(more, 0, arguments, 11, more.length);
    return Invocation.of(arguments);
  }

  @Test
  @Tag("J3")
  void everyEngineCountsTheSame() throws IOException {
    Path inline = folder.resolve("inline");
    Invocation invocation = backtest(inline, "inline", 1);

    assertThat(invocation.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(invocation.out())
        .contains("1 row rejected")
        .contains("2 rows repeating a line before")
        .contains("1 row superseded by a later line of the same time")
        .contains("1 bar from fewer rows than the period has")
        .contains("16 bars cut off by the end of the input");
    SortedMap<String, Long> counts = counts(inline);
    assertThat(counts)
        .containsEntry("rejected_rows", 1L)
        .containsEntry("duplicate_rows", 2L)
        .containsEntry("conflicting_rows", 1L)
        .containsEntry("late_rows", 0L)
        .containsEntry("gap_buckets", 1L)
        .containsEntry("cut_off_buckets", (long) SpoiltMarket.LISTED);
    for (int parallelism = 1; parallelism <= 2; parallelism++) {
      Path flink = folder.resolve("flink-" + parallelism);
      assertThat(backtest(flink, "flink", parallelism).exitCode()).isEqualTo(ExitCode.OK);
      assertThat(counts(flink)).isEqualTo(counts);
      assertThat(RunTables.of(flink.resolve(RunFolder.DATABASE)))
          .isEqualTo(RunTables.of(inline.resolve(RunFolder.DATABASE)));
    }
  }

  private static SortedMap<String, Long> counts(Path run) throws IOException {
    return RunSummary.read(run.resolve(RunFolder.SUMMARY)).run().data();
  }

  @Test
  void aRejectedRowIsListedWithItsPlace() {
    Path run = folder.resolve("run");
    backtest(run, "inline", 1);
    try (RunDb db = RunDb.open(run.resolve(RunFolder.DATABASE))) {
      List<Event> events = db.events("kind = 'data' AND message LIKE ?", PLACE + "%");
      assertThat(events)
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.symbol()).isEqualTo("SYN01/USDT");
                assertThat(event.message()).contains("volume 'many' is not a number");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"inline, 1", "flink, 2"})
  void aStrictRunFailsAtTheFirstOfThem(String engine, int parallelism) throws IOException {
    Path run = folder.resolve("strict");
    Invocation invocation = backtest(run, engine, parallelism, "--strict");

    assertThat(invocation.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(invocation.err())
        .contains("2 rows were rejected or superseded; the first: " + PLACE)
        .contains("see " + run.resolve(RunFolder.FAILED))
        .doesNotContain("\tat ");
    assertThat(Invocation.names(run)).containsExactly(RunFolder.FAILED, RunFolder.CONFIG);
    assertThat(Files.readString(run.resolve(RunFolder.FAILED))).contains(PLACE);
    assertThat(Invocation.names(folder)).containsExactly("bars", "strict");
  }
}
