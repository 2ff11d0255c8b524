package io.podflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.simulation.Simulate.Level;
import io.podflow.simulation.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Seeds that have failed once, and a range of them; {@code scripts/simulate} runs any others. */
@Tag("E1")
@Tag("E2")
@Tag("E3")
@Tag("E4")
@Tag("J3")
@Tag("L5")
class SimulationTest {

  private static final int LAST = 150;
  private static final int LAST_OF_OPERATORS = 8;
  private static final int LAST_OF_ROCKSDB = 1;

  @Test
  void seedsThatFailedOnceDoNotFailAgain() throws IOException {
    assertFine(regressions().stream().mapToLong(Long::longValue), Level.STEPS);
  }

  /** And everything that there is to meet is met. */
  @Test
  void nothingThatHappensToProcessesOrMessagesChangesADecision() {
    Map<String, Long> met = new HashMap<>();
    assertFine(LongStream.rangeClosed(1, LAST), Level.STEPS)
        .forEach(
            trial -> trial.tally().forEach((what, count) -> met.merge(what, count, Long::sum)));
    assertThat(met).hasSizeGreaterThan(Disturbance.values().length);
    assertThat(met).allSatisfy((what, count) -> assertThat(count).as(what).isPositive());
  }

  @Test
  void norDoesItWithTheOperatorsThemselves() {
    assertFine(LongStream.rangeClosed(1, LAST_OF_OPERATORS), Level.OPERATORS);
    assertFine(LongStream.rangeClosed(1, LAST_OF_ROCKSDB), Level.ROCKSDB);
  }

  /** To the last event, so what is found at one level is true at the other. */
  @Test
  void theStepsAloneAreWhatTheOperatorsAre() {
    for (long seed = 1; seed <= LAST_OF_OPERATORS; seed++) {
      World world = World.of(seed);
      Outcome steps = Simulation.calm(world, Level.STEPS.stages().apply(world.scope()));
      Outcome operators = Simulation.calm(world, Level.OPERATORS.stages().apply(world.scope()));
      assertThat(operators.orders()).as("seed %d", seed).isEqualTo(steps.orders()).isNotEmpty();
      assertThat(allOf(operators).differencesTo(allOf(steps))).as("seed %d", seed).isEmpty();
    }
  }

  private static Decisions allOf(Outcome run) {
    return new Decisions(run.decisions(), event -> true);
  }

  private static List<Trial> assertFine(LongStream seeds, Level level) {
    List<Trial> trials = seeds.mapToObj(seed -> Trial.of(seed, level.stages())).toList();
    for (Trial trial : trials) {
      assertThat(trial.found())
          .as("scripts/simulate --seed %d --level %s", trial.world().seed(), level)
          .isEmpty();
    }
    return trials;
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
