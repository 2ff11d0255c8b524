package io.podflow.domain.lifecycle;

import static io.podflow.domain.settings.LifecycleState.INCUBATION;
import static io.podflow.domain.settings.LifecycleState.PROBATION;
import static io.podflow.domain.settings.LifecycleState.PRODUCTION;
import static io.podflow.domain.settings.LifecycleState.RETIRED;
import static io.podflow.domain.settings.LifecycleState.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PageHinkleySettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Pods with random returns, gaps and exclusions, watched from outside. */
class LifecycleProperties {

  private static final int DAYS = 400;

  /** Every way there is; RETIRED has none. */
  private static final Map<LifecycleState, Set<LifecycleState>> WAYS =
      Map.of(
          INCUBATION, EnumSet.of(PRODUCTION, RETIRED),
          PRODUCTION, EnumSet.of(WARNING, RETIRED),
          WARNING, EnumSet.of(PRODUCTION, PROBATION, RETIRED),
          PROBATION, EnumSet.of(PRODUCTION, RETIRED),
          RETIRED, EnumSet.noneOf(LifecycleState.class));

  /** Days in a state that no pod with enough returns stays beyond, from the fixture's settings. */
  private static final Map<LifecycleState, Integer> LIMITS =
      Map.of(INCUBATION, 90, WARNING, 30, PROBATION, 30);

  /** A detector that fires about once a month, so that all states are seen. */
  private static final PageHinkleySettings NERVOUS = new PageHinkleySettings(0.1, 4, 0.99, true);

  private record Day(
      LifecycleOutcome outcome,
      boolean allExcluded,
      int returnCount,
      long daysInState,
      int detectorCount,
      double detectorScore) {}

  /** A market that turns now and then, a pod without positions now and then. */
  private static List<Day> run(long seed, long firstDay) {
    Random random = new Random(seed);
    LifecycleState begin = LifecycleState.values()[random.nextInt(4)];
    TracedPod pod = new TracedPod(LifecycleFixture.lifecycle(NERVOUS), begin, firstDay);
    List<Day> days = new ArrayList<>();
    double mean = 0.001;
    boolean excluded = false;
    for (int i = 0; i < DAYS; i++) {
      mean = random.nextInt(60) == 0 ? 0.002 * random.nextGaussian() : mean;
      excluded = excluded ? random.nextInt(10) > 0 : random.nextInt(100) == 0;
      double value = mean + 0.01 * random.nextGaussian();
      double none = random.nextBoolean() ? 0 : Double.NaN;
      double dailyReturn = random.nextInt(12) == 0 ? none : value;
      LifecycleOutcome outcome = pod.day(dailyReturn, excluded);
      if (pod.life.hasBegun()) {
        days.add(
            new Day(
                outcome,
                excluded,
                pod.life.returnCount,
                pod.daysInState(),
                pod.life.detector.count,
                pod.life.detector.score()));
      }
    }
    return days;
  }

  @Property(tries = 200)
  @Tag("L3")
  void onlyTheWaysOfTheTableAreTakenAndTheLastIsFinal(@ForAll long seed) {
    LifecycleState state = null;
    for (Day day : run(seed, 20_000)) {
      LifecycleOutcome outcome = day.outcome();
      assertThat(state == null || state == outcome.before()).isTrue();
      assertThat(outcome.reason().isEmpty()).isEqualTo(!outcome.hasChangedState());
      if (outcome.hasChangedState()) {
        assertThat(WAYS.get(outcome.before())).contains(outcome.after());
      }
      state = outcome.after();
    }
  }

  @Property(tries = 200)
  @Tag("L3")
  void clocksRestartAndRunOutAndGapsCount(@ForAll long seed) {
    long before = -1;
    for (Day day : run(seed, 20_000)) {
      LifecycleState state = day.outcome().after();
      if (day.outcome().hasChangedState()) {
        assertThat(day.daysInState()).isZero();
      } else if (before >= 0) {
        assertThat(day.daysInState()).isEqualTo(before + 1);
      }
      before = day.daysInState();
      if (LIMITS.containsKey(state) && day.returnCount() >= 10) {
        assertThat(day.daysInState()).isLessThan(LIMITS.get(state));
      }
    }
  }

  @Property(tries = 200)
  @Tag("L3")
  void onFewReturnsOnlyDrawdownAndExclusionMoveAPod(@ForAll long seed) {
    for (Day day : run(seed, 20_000)) {
      if (day.returnCount() < 10 && day.outcome().hasChangedState()) {
        assertThat(day.outcome().reason()).containsAnyOf("drawdown", "excluded");
      }
    }
  }

  @Property(tries = 200)
  @Tag("L3")
  void theDetectorIsFedInEveryStateAndFreshAfterRecovery(@ForAll long seed) {
    int before = -1;
    int returns = 0;
    for (Day day : run(seed, 20_000)) {
      LifecycleOutcome outcome = day.outcome();
      if (outcome.before() == RETIRED) {
        assertThat(day.detectorCount()).isEqualTo(before);
      } else if (outcome.hasChangedState()
          && outcome.before() != INCUBATION
          && outcome.after() == PRODUCTION) {
        assertThat(day.detectorCount()).isEqualTo(1);
        assertThat(day.detectorScore()).isZero();
      } else if (before >= 0) {
        assertThat(day.detectorCount() - before).isEqualTo(day.returnCount() - returns);
      }
      before = day.detectorCount();
      returns = day.returnCount();
    }
  }

  @Property(tries = 200)
  @Tag("D1")
  void withAllExcludedNobodyStaysInNorReturnsToProduction(@ForAll long seed) {
    for (Day day : run(seed, 20_000)) {
      LifecycleState before = day.outcome().before();
      if (day.allExcluded() && before != INCUBATION) {
        assertThat(day.outcome().after()).isNotEqualTo(PRODUCTION);
      }
    }
  }

  /** Time is what the pod is told: another calendar changes nothing. */
  @Property(tries = 100)
  @Tag("L3")
  void theCalendarDoesNotMatter(@ForAll long seed) {
    assertThat(run(seed, 3)).isEqualTo(run(seed, 20_000));
  }
}
