package io.podflow.report.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.report.history.DataNote;
import io.podflow.report.ledger.Attribution.Cell;
import io.podflow.report.ledger.Attribution.PodResult;
import io.podflow.report.testing.SmallRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReplayTest {

  private final SmallRun run;

  LedgerReplayTest(@TempDir Path folder) {
    run = new SmallRun(folder.resolve("run.db"));
  }

  /** a buys 2 at 10, sells 1 at 13 to b by a cross; both hold 1 at 15. */
  private void twoPods() {
    run.equity(1, 1000).equity(2, 1003).equity(3, 1006);
    run.fill(2, "a", "X", 2, 10, 1).fill(3, "a", "X", -1, 13, 0).fill(3, "b", "X", 1, 13, 0);
    run.close(1, "a", "X", 10).close(2, "a", "X", 12).close(3, "a", "X", 15);
    run.pod(1, "a", "PRODUCTION", 500).pod(2, "a", "PRODUCTION", 503);
    run.pod(3, "a", "PRODUCTION", 400);
    run.pod(1, "b", "PRODUCTION", 500).pod(2, "b", "PRODUCTION", 500);
    run.pod(3, "b", "PRODUCTION", 502);
    run.allocation(1, "a", 0.5, 0.5, false).allocation(1, "b", 0.5, 0.5, false);
    run.allocation(3, "a", 507.0 / 1006, 400.0 / 1006, true);
  }

  @Test
  void profitByPodAndSymbolIsRealisedAndNotLessFees() {
    twoPods();
    try (RunDb db = run.open()) {
      Attribution attribution = Attribution.of(db);
      assertThat(attribution.symbols()).containsExactly("X");
      assertThat(attribution.cells())
          .containsExactly(new Cell("a", "X", 3 + 5 - 1, 1, 2), new Cell("b", "X", 2, 0, 1));
      assertThat(attribution.pods())
          .extracting(PodResult::fills, PodResult::crossed, PodResult::fees)
          .containsExactly(tuple(2, 1, 1.0), tuple(1, 1, 0.0));
    }
  }

  @Test
  @Tag("LV8")
  void closesThatWereNotAllWrittenGiveNoProfitBySymbol() {
    twoPods();
    run.event(
        1, EventKind.CONFIG, "", Severity.INFO, "journal.decisions is changes: rows are left out");
    try (RunDb db = run.open()) {
      assertThat(db.isWhole()).isFalse();
      assertThat(Attribution.of(db).isEmpty()).isTrue();
      assertThat(DataNote.of(db))
          .extracting(DataNote::message)
          .containsExactly("journal.decisions is changes: rows are left out");
    }
  }

  @Test
  void aRebalanceIsNoReturn() {
    twoPods();
    run.equity(4, 1007).close(4, "a", "X", 16);
    run.pod(4, "a", "PRODUCTION", 401).pod(4, "b", "PRODUCTION", 503);
    try (RunDb db = run.open()) {
      LedgerReplay replay = LedgerReplay.of(db);
      PodResult a = replay.attribution().pods().get(0);
      double expected = (503.0 / 500) * (507.0 / 503) * (401.0 / 400);
      assertThat(a.totalReturn()).isCloseTo(expected - 1, within(1e-12));
      assertThat(a.days()).isEqualTo(4);
      assertThat(a.bestDay()).isCloseTo(507.0 / 503 - 1, within(1e-12));
      assertThat(a.worstDay()).isZero();
      assertThat(replay.capitals()).containsEntry("a", 401.0).containsEntry("b", 503.0);
      assertThat(replay.attribution().curves().values().get(0)).hasSize(4);
    }
  }
}
