package io.podflow.job.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.job.testing.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Random markets and configurations: every run can be recomputed, every identity holds. */
class OutsiderProperties {

  private static final int DAYS = 60;

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  @Tag("A1")
  @Tag("A2")
  @Tag("B2")
  @Tag("C1")
  @Tag("C2")
  @Tag("L1")
  @Tag("L2")
  @Tag("L4")
  @Tag("L7")
  void everyFigureCanBeRecomputed(@ForAll long seed) throws IOException {
    Path scratch = Files.createTempDirectory("podflow-outsider");
    FinishedRun run = FinishedRun.ofSeed(seed, DAYS, scratch);
    try {
      assertThat(run.check().rows().get("equity")).isGreaterThan(DAYS / 2);
    } finally {
      Files.deleteIfExists(run.runDb());
      Files.delete(scratch);
    }
  }
}
