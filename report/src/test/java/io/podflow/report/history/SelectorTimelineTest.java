package io.podflow.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.pod.PodDecision;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectorTimelineTest {

  private static final long BAR = 43_200_000L;

  @Test
  void runsOfOneStateAreJoinedAndGapsStayOpen(@TempDir Path folder) {
    Path file = folder.resolve("run.db");
    try (RunDbWriter writer = RunDbWriter.open(file)) {
      write(writer, 1, row(1, "AAA", "ACTIVE"), row(1, "BBB", "ACTIVE"));
      write(writer, 2, row(2, "AAA", "ACTIVE"));
      write(writer, 3, row(3, "AAA", "COOLDOWN"), row(3, "BBB", "ACTIVE"));
    }
    try (RunDb db = RunDb.open(file)) {
      SelectorTimeline timeline = SelectorTimeline.of(db).get(0);
      assertThat(timeline.symbols()).containsExactly("AAA", "BBB");
      assertThat(timeline.states()).containsExactly("ACTIVE", "COOLDOWN");
      assertThat(timeline.runs())
          .containsExactly(
              new long[] {0, 0, BAR, 2 * BAR},
              new long[] {0, 1, 2 * BAR, 3 * BAR},
              new long[] {1, 0, BAR, BAR},
              new long[] {1, 0, 2 * BAR, 3 * BAR});
    }
  }

  private static void write(RunDbWriter writer, int close, AssetRow... rows) {
    writer.write(
        new PodDecision(
            0,
            close * BAR,
            new double[0],
            new boolean[0],
            new double[0],
            false,
            0,
            null,
            List.of(rows),
            List.of()));
  }

  private static AssetRow row(int close, String symbol, String state) {
    double[] n = Stream.generate(() -> 0.0).limit(8).mapToDouble(x -> x).toArray();
    return new AssetRow(
        close * BAR,
        "p",
        symbol,
        n[0],
        n[1],
        n[2],
        "",
        n[3],
        n[4],
        n[5],
        n[0],
        n[0],
        n[0],
        n[6],
        state,
        "",
        1,
        0,
        0,
        n[7],
        1,
        0,
        0,
        "");
  }
}
