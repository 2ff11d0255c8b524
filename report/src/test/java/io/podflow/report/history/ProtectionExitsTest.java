package io.podflow.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.report.history.ProtectionExits.Count;
import io.podflow.report.history.ProtectionExits.Exit;
import io.podflow.report.testing.SmallRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectionExitsTest {

  private final SmallRun run;

  ProtectionExitsTest(@TempDir Path folder) {
    run = new SmallRun(folder.resolve("run.db"));
  }

  @Test
  void areCountedByPodAndKindAndTheLatestListed() {
    for (int day = 1; day <= 60; day++) {
      run.exit(day, "a", "X", "LONG", "stop loss: 1.0 is beyond 2.0, entry 3.0");
    }
    run.exit(61, "b", "Y", "SHORT", "trailing stop: 9.0 is beyond 8.0, entry 7.0");
    run.change(50, EventKind.LIFECYCLE, "a", "PRODUCTION", "RETIRED", "drawdown");
    run.change(50, EventKind.RISK, "", "NORMAL", "DEFENCE", "all targets are 0");
    run.event(50, EventKind.RISK, "a", Severity.WARNING, "single pod risk 0.5 (limit 0.4)");
    try (RunDb db = run.open()) {
      ProtectionExits exits = ProtectionExits.of(db);
      assertThat(exits.total()).isEqualTo(61);
      assertThat(exits.counts())
          .containsExactly(
              new Count("a", "stop loss", 60, 10), new Count("b", "trailing stop", 1, 0));
      assertThat(exits.latest())
          .hasSize(50)
          .startsWith(
              new Exit(
                  61 * SmallRun.DAY,
                  "b",
                  "Y",
                  "SHORT",
                  "trailing stop: 9.0 is beyond 8.0, entry 7.0"));
    }
  }
}
