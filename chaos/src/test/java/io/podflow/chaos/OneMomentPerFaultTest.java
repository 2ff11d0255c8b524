package io.podflow.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.chaos.fault.FaultKind;
import io.podflow.chaos.plan.Plan;
import io.podflow.chaos.stage.LocalProcesses;
import io.podflow.job.testing.BuildJars;
import io.podflow.job.testing.LocalPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A moment of each fault in one run, on a real broker and a real cluster. */
@Tag("L5")
@Tag("J3")
class OneMomentPerFaultTest {

  private static final long SEED = 7;
  private static final Duration BETWEEN_CLOSES = Duration.ofMillis(50);

  @TempDir private Path folder;

  @Test
  void nothingIsLostWhateverBreaks() throws Exception {
    List<List<FaultKind>> faults = Arrays.stream(FaultKind.values()).map(List::of).toList();
    Path root = Path.of(System.getProperty("podflow.root", "..")).toAbsolutePath().normalize();
    LocalProcesses local = new LocalProcesses(root, LocalPorts.free(folder.resolve("local")));
    List<String> told = new ArrayList<>();
    try (Harness harness =
        new Harness(
            Chaos.shipped(folder),
            Plan.closesFor(faults.size()),
            folder,
            local,
            BuildJars.in(folder),
            told::add)) {
      harness.start();
      boolean same = harness.disturb(harness.plan(SEED, faults, 1), BETWEEN_CLOSES);
      assertThat(same).as(String.join("\n", told)).isTrue();
    }
  }
}
