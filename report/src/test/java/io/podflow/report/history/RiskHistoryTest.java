package io.podflow.report.history;

import static io.podflow.report.testing.SmallRun.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.report.history.RiskHistory.AlertCount;
import io.podflow.report.testing.SmallRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskHistoryTest {

  private final SmallRun run;

  RiskHistoryTest(@TempDir Path folder) {
    run = new SmallRun(folder.resolve("run.db"));
  }

  private void alert(int day, String pod, Severity severity, String message) {
    run.event(day, EventKind.RISK, pod, severity, message);
  }

  @Test
  void alertsOfOneCloseAreOneMark() {
    alert(2, "", Severity.WARNING, "daily loss 0.025 (limit 0.03)");
    alert(3, "", Severity.CRITICAL, "daily loss 0.031 (limit 0.03)");
    alert(3, "a", Severity.WARNING, "single pod risk 0.5 (limit 0.4)");
    alert(4, "", Severity.INFO, "daily loss: alert over");
    run.exit(5, "a", "X", "LONG", "stop loss: 1.0 is beyond 2.0, entry 3.0");
    try (RunDb db = run.open()) {
      RiskHistory risk = RiskHistory.of(db);
      assertThat(risk.marks())
          .containsExactly(
              new RiskMark(2 * DAY, false, List.of("daily loss 0.025 (limit 0.03)")),
              new RiskMark(
                  3 * DAY,
                  true,
                  List.of("daily loss 0.031 (limit 0.03)", "a: single pod risk 0.5 (limit 0.4)")));
      assertThat(risk.alerts())
          .containsExactly(
              new AlertCount("daily loss", "", 1, 1, 2 * DAY, 3 * DAY),
              new AlertCount("single pod risk", "a", 1, 0, 3 * DAY, 3 * DAY));
    }
  }

  @Test
  void phasesLastUntilTheNextOrTheEndOfTheRun() {
    run.equity(1, 100).equity(12, 100);
    run.change(2, EventKind.RISK, "", "NORMAL", "DEFENCE", "all targets are 0");
    run.change(5, EventKind.RISK, "", "DEFENCE", "RECOVERY", "targets grow back");
    run.change(7, EventKind.RISK, "", "RECOVERY", "NORMAL", "full size");
    run.change(10, EventKind.RISK, "", "NORMAL", "DEFENCE", "all targets are 0");
    try (RunDb db = run.open()) {
      RiskHistory risk = RiskHistory.of(db);
      assertThat(risk.phases())
          .containsExactly(
              new RiskPhase("DEFENCE", 2 * DAY, 5 * DAY),
              new RiskPhase("RECOVERY", 5 * DAY, 7 * DAY),
              new RiskPhase("DEFENCE", 10 * DAY, 12 * DAY));
      assertThat(risk.defences()).isEqualTo(2);
      assertThat(risk.defenceDays()).isEqualTo(5);
      assertThat(risk.recoveryDays()).isEqualTo(2);
    }
  }

  @Test
  void whereMarksAreTooManyCriticalOnesStay() {
    for (int day = 1; day <= 700; day++) {
      alert(day, "", day == 3 ? Severity.CRITICAL : Severity.WARNING, "daily loss 0.03 (limit 1)");
    }
    try (RunDb db = run.open()) {
      RiskHistory risk = RiskHistory.of(db);
      assertThat(risk.marks()).extracting(RiskMark::time).containsExactly(3 * DAY);
      assertThat(risk.alerts().get(0).warnings()).as("all are counted").isEqualTo(699);
    }
  }
}
