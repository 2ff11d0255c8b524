package io.podflow.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.app.testing.CommandLines;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.report.ledger.Attribution.PodResult;
import io.podflow.report.ledger.LedgerReplay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report's replay of the ledger, over a run of the command line. */
class LedgerOfRunTest {

  @TempDir private Path folder;

  @Test
  void theFillsOfARunExplainItsCapitalAndItsEquity() throws IOException {
    Path config =
        Path.of(System.getProperty("podflow.root", "..")).resolve("config/quickstart.yaml");
    Path out = folder.resolve("run");
    int code =
        CommandLines.exitCode(
            "backtest", config, "--engine", "inline", "--out", out, "--to", "2021-05-31");
    assertThat(code).isZero();
    try (RunDb db = RunDb.open(RunFolder.databaseOf(out))) {
      LedgerReplay replay = LedgerReplay.of(db);
      for (PodRow pod : db.lastPods()) {
        assertThat(replay.capitals().get(pod.pod()))
            .as("capital of " + pod.pod())
            .isCloseTo(pod.capital(), within(1e-6));
      }
      List<EquityRow> books = db.equity();
      double gained = books.get(books.size() - 1).equity() - 100_000;
      List<PodResult> pods = replay.attribution().pods();
      assertThat(pods.stream().mapToDouble(PodResult::pnl).sum()).isCloseTo(gained, within(1e-6));
      assertThat(pods.stream().mapToInt(PodResult::crossed).sum()).isPositive();
    }
  }
}
