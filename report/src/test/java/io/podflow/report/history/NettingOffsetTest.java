package io.podflow.report.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.report.testing.SmallRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NettingOffsetTest {

  private final SmallRun run;

  NettingOffsetTest(@TempDir Path folder) {
    run = new SmallRun(folder.resolve("run.db"));
  }

  @Test
  void isWhatPodsHoldAgainstEachOther() {
    run.target(1, "X", 0.4, -0.1).target(1, "Y", 0.1, 0.1);
    run.target(2, "X", 0, 0);
    run.target(3, "X", 0.5, -0.5);
    try (RunDb db = run.open()) {
      NettingOffset netting = NettingOffset.of(db);
      assertThat(netting.time()).containsExactly(SmallRun.DAY, 3 * SmallRun.DAY);
      assertThat(netting.offset()).containsExactly(0.6f, 0f);
      assertThat(netting.mean()).isCloseTo(0.3, within(1e-12));
    }
  }

  @Test
  void isNothingWhereAllPullTheSameWay() {
    run.target(1, "X", 0.1 + 0.2, 0.3).target(1, "Y", 0.3, -0.3);
    try (RunDb db = run.open()) {
      assertThat(NettingOffset.of(db).isEmpty()).isTrue();
    }
  }
}
