package io.podflow.job.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.job.simulation.Simulate.Level;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Seeds that have failed once, and some that nobody has tried. */
@Tag("E3")
@Tag("E4")
@Tag("J3")
@Tag("L5")
class SimulationTest {

  private static final int FRESH = 150;
  private static final int FRESH_WITH_OPERATORS = 6;

  @Test
  void seedsThatFailedOnceDoNotFailAgain() throws IOException {
    assertFine(regressions().stream().mapToLong(Long::longValue), Level.STEPS);
  }

  @Test
  void nothingThatHappensToProcessesOrMessagesChangesADecision() {
    assertFine(fresh(FRESH), Level.STEPS);
  }

  @Test
  void norDoesItWithTheOperatorsThemselves() {
    assertFine(fresh(FRESH_WITH_OPERATORS), Level.OPERATORS);
    assertFine(fresh(1), Level.ROCKSDB);
  }

  private static LongStream fresh(int count) {
    long first = new SplittableRandom().nextLong(1L << 40);
    return LongStream.range(first, first + count);
  }

  private static void assertFine(LongStream seeds, Level level) {
    seeds.forEach(
        seed ->
            assertThat(Trial.of(seed, level.stages()).found())
                .as("scripts/simulate --seed %d --level %s", seed, level)
                .isEmpty());
  }

  /** Of {@code seeds.txt}: a seed, then why it is there. */
  private static List<Long> regressions() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SimulationTest.class.getResourceAsStream("seeds.txt")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Long.parseLong(line.split(" ", 2)[0]))
          .toList();
    }
  }
}
