package io.podflow.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.EventKind;
import io.podflow.report.testing.SmallRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleWordsTest {

  private final SmallRun run;

  LifecycleWordsTest(@TempDir Path folder) {
    run = new SmallRun(folder.resolve("run.db"));
  }

  @Test
  void tellTheLifeOfEveryPod() {
    run.pod(1, "a", "INCUBATION", 1).pod(31, "a", "PRODUCTION", 1).pod(59, "a", "WARNING", 1);
    run.pod(1, "steady", "PRODUCTION", 1).pod(59, "steady", "PRODUCTION", 1);
    try (RunDb db = run.open()) {
      assertThat(LifecycleWords.of(db))
          .containsExactly(
              "a:      INCUBATION -> PRODUCTION 1970-02-01 -> WARNING 1970-03-01",
              "steady: PRODUCTION all the time");
    }
  }

  @Test
  void leaveOutTheMiddleOfALongOne() {
    for (int day = 1; day <= 9; day++) {
      run.pod(day, "a", day % 2 == 0 ? "WARNING" : "PRODUCTION", 1);
    }
    run.pod(10, "a", "RETIRED", 1);
    try (RunDb db = run.open()) {
      assertThat(LifecycleWords.of(db))
          .containsExactly(
              "a: PRODUCTION -> WARNING 1970-01-03 -> PRODUCTION 1970-01-04"
                  + " -> WARNING 1970-01-05 -> (5 more) -> RETIRED 1970-01-11");
    }
  }

  @Test
  void countDefenceAndProtection() {
    run.equity(1, 1).equity(9, 1);
    run.change(2, EventKind.RISK, "", "NORMAL", "DEFENCE", "all targets are 0");
    run.change(3, EventKind.RISK, "", "DEFENCE", "RECOVERY", "targets grow back");
    run.change(6, EventKind.RISK, "", "RECOVERY", "NORMAL", "full size");
    run.exit(2, "a", "X", "LONG", "stop loss: 1.0 is beyond 2.0, entry 3.0");
    run.exit(4, "a", "X", "LONG", "trailing stop: 1.0 is beyond 2.0, entry 3.0");
    run.change(3, EventKind.LIFECYCLE, "a", "PRODUCTION", "RETIRED", "drawdown");
    try (RunDb db = run.open()) {
      assertThat(LifecycleWords.of(db))
          .containsExactly(
              "Defence (all targets 0): 1 time, 1 day; targets grew back for 3 days",
              "Protection exits: 2 (stop loss 1, trailing stop 1); 1 of them in retired pods, on paper");
    }
  }

  @Test
  void areNoneWhereThereIsNothingToTell() {
    try (RunDb db = run.open()) {
      assertThat(LifecycleWords.of(db)).isEmpty();
    }
  }
}
