package io.podflow.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.inline.InlineEngine;
import io.podflow.job.state.RunRecord;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However often and in whatever order records come, the tables are those of one plain run. */
@SuppressWarnings("try") // what is opened here declares close() throws Exception
class RunDbSinkTest {

  private static final int DAYS = 60;
  private static final List<RunRecord> RECORDS = new ArrayList<>();
  private static Map<String, List<String>> expected = Map.of();

  @TempDir private Path folder;

  @BeforeAll
  static void run(@TempDir Path folder) throws IOException {
    RandomPortfolio portfolio = new RandomPortfolio(3, DAYS);
    RunScope scope = RandomPortfolio.scope(portfolio.settings(), DAYS);
    ListFeed feed = portfolio.market(scope);
    InlineEngine engine = new InlineEngine(RunDbSinkTest.class.getClassLoader());
    engine.run(scope, feed, RECORDS::add, Progress.SILENT);
    Path db = folder.resolve("inline.db");
    engine.run(scope, feed, db, Progress.SILENT);
    expected = RunTables.of(db);
    assertThat(RunTables.OF_CLOSES)
        .allSatisfy(table -> assertThat(expected.get(table)).as(table).isNotEmpty());
  }

  @Test
  void recordsOfARunGiveItsTables() throws Exception {
    write(RECORDS);
    assertThat(tables()).isEqualTo(expected);
  }

  @Test
  @Tag("L5")
  void writingEverythingTwiceChangesNothing() throws Exception {
    List<RunRecord> twice = new ArrayList<>(RECORDS);
    twice.addAll(RECORDS);
    Collections.shuffle(twice, new Random(1));
    write(twice);
    assertThat(tables()).isEqualTo(expected);
  }

  @Test
  @Tag("L5")
  void aReopenedFileGoesOnAlsoWhenSomeRecordsComeAgain() throws Exception {
    int middle = RECORDS.size() / 2;
    write(RECORDS.subList(0, middle));
    assertThat(tables()).isNotEqualTo(expected);
    write(RECORDS.subList(middle - 20, RECORDS.size()));
    assertThat(tables()).isEqualTo(expected);
  }

  @Test
  @Tag("L5")
  void aCheckpointPutsEverythingIntoTheFile() throws Exception {
    Path copy = folder.resolve("copy.db");
    try (SinkWriter<RunRecord> writer = open()) {
      for (RunRecord record : RECORDS) {
        writer.write(record, null);
      }
      writer.flush(false);
      Files.copy(file(), copy);
    }
    assertThat(RunTables.of(copy)).isEqualTo(expected);
  }

  @Test
  void whatTheSourceHasToSayIsWrittenToo() throws Exception {
    write(List.of(RunRecord.of(Event.data(0, "", "A/U", Severity.WARNING, "a gap"))));
    assertThat(tables().get("events"))
        .containsExactly("1970-01-01T00:00:00Z|data||A/U|||warning|a gap|");
  }

  private void write(List<RunRecord> records) throws Exception {
    try (SinkWriter<RunRecord> writer = open()) {
      for (RunRecord record : records) {
        writer.write(record, null);
      }
      writer.flush(true);
    }
  }

  private SinkWriter<RunRecord> open() throws IOException {
    return new RunDbSinkWriter(file());
  }

  private Map<String, List<String>> tables() {
    return RunTables.of(file());
  }

  private Path file() {
    return folder.resolve("run.db");
  }
}
