package io.podflow.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.report.history.PodModels.Weight;
import io.podflow.report.testing.SmallRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodModelsTest {

  private final SmallRun run;

  PodModelsTest(@TempDir Path folder) {
    run = new SmallRun(folder.resolve("run.db"));
  }

  private List<PodModels> models() {
    try (RunDb db = run.open()) {
      return PodModels.of(db);
    }
  }

  @Test
  void weightsThatAddUpToOneAreImportances() {
    run.model(1, "a", "X", "momentum", 0.2).model(1, "a", "X", "volume", 0.8);
    run.model(3, "a", "Y", "momentum", 0.3).model(3, "a", "Y", "volume", 0.7);
    PodModels models = models().get(0);
    assertThat(models.hasCoefficients()).isFalse();
    assertThat(models.symbols()).containsExactly("X", "Y");
    assertThat(models.features()).as("largest first").containsExactly("volume", "momentum");
    assertThat(models.weights()).hasSize(4).contains(new Weight("Y", "volume", 0.7));
    assertThat(models.from()).isEqualTo(SmallRun.DAY);
    assertThat(models.to()).isEqualTo(3 * SmallRun.DAY);
  }

  @Test
  void othersAreCoefficients() {
    run.model(1, "a", "X", "momentum", -0.2).model(1, "a", "X", "volume", 1.2);
    run.model(1, "b", "X", "momentum", 0.2).model(1, "b", "X", "volume", 0.2);
    run.model(1, "c", "X", "momentum", 0.5).model(1, "c", "X", "volume", 0.5);
    assertThat(models()).extracting(PodModels::hasCoefficients).containsExactly(true, true, false);
  }
}
