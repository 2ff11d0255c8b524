package io.podflow.chaos.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.connectors.rundb.RunTable;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.PositionRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be lost or doubled is found. */
@Tag("L5")
@Tag("E3")
class AuditTest {

  private static final long FIRST = 1_600_000_000_000L;
  private static final long SECOND = FIRST + 1_000;
  private static final String BTC = "BTC/USDT";

  @TempDir private Path folder;
  private int databases;

  @Test
  void aRunLikeTheUndisturbedOneIsClean() {
    assertThat(audit(left(2, 2, 2, 799.0, true)).faults()).isEmpty();
    assertThat(audit(left(2, 2, 2, 799.0, true)).isClean()).isTrue();
  }

  @Test
  void aCloseThatIsMissingIsFoundAndLaidToItsTime() {
    Audit audit = audit(left(2, 2, 2, 799.0, false));
    assertThat(audit.faults()).anyMatch(fault -> fault.startsWith("no decision at "));
    assertThat(audit.differences()).isNotEmpty();
    assertThat(audit.differencesBetween(FIRST, SECOND)).isPositive();
    assertThat(audit.differencesBetween(SECOND, Long.MAX_VALUE)).isZero();
  }

  @Test
  void fillsLedgerAndExchangeMustAgree() {
    assertThat(audit(left(2, 2, 3, 799.0, true)).faults())
        .containsExactly(BTC + ": fills 2.0, ledger 2.0, exchange 3.0");
    assertThat(audit(left(2, 3, 3, 899.0, true)).faults())
        .contains(BTC + ": fills 2.0, ledger 3.0, exchange 3.0");
  }

  @Test
  void equityMustFollowFromTheFills() {
    assertThat(audit(left(2, 2, 2, 800.0, true)).faults())
        .anyMatch(fault -> fault.startsWith("equity 1000.0 (expected: 999.0"));
  }

  @Test
  void ordersMustBeThoseOfTheUndisturbedRunAndRowsBeThereOnce() {
    Left good = left(2, 2, 2, 799.0, true);
    Left other =
        new Left(good.runDb(), Set.of("b"), List.of("one and another"), 0, 2, 1, good.snapshot());
    assertThat(audit(other).faults())
        .containsExactly(
            "one id, two contents: one and another",
            "only the disturbed run has sent order b",
            "only the undisturbed run has sent order a",
            "2 rows were committed twice",
            "1 records could not be read");
  }

  private Audit audit(Left disturbed) {
    Left undisturbed = left(2, 2, 2, 799.0, true);
    return Audit.of(undisturbed, disturbed, List.of(FIRST, SECOND), 1_000);
  }

  /** Bought at 100 with a cost of 1 and worth 100 at the end. */
  private Left left(double filled, double held, double there, double cash, boolean both) {
    Path file = folder.resolve("run-" + databases++ + ".db");
    try (RunDbWriter writer = RunDbWriter.open(file)) {
      if (both) {
        writer.write(RunTable.EQUITY, books(FIRST, 1_000, 1_000));
      }
      writer.write(RunTable.FILLS, new FillRow(SECOND, "a:1", "a", BTC, "BUY", filled, 100, 1, 0));
      writer.write(RunTable.POSITIONS, new PositionRow(SECOND, BTC, held, 100, 100, held * 100, 0));
      writer.write(RunTable.EQUITY, books(SECOND, cash + held * 100, cash));
      writer.commit();
    }
    PositionSnapshot snapshot =
        new PositionSnapshot(List.of(new PositionReport(BTC, there, 100, 0)), List.of());
    return new Left(file, Set.of("a"), List.of(), 0, 0, 0, snapshot);
  }

  private static EquityRow books(long time, double equity, double cash) {
    return new EquityRow(time, equity, cash, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
