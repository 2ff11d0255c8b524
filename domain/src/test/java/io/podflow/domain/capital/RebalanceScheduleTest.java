package io.podflow.domain.capital;

import static io.podflow.domain.capital.RebalanceSchedule.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.RebalanceTrigger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("L4")
class RebalanceScheduleTest {

  private static final LifecycleState[] ACTIVE = {
    LifecycleState.PRODUCTION, LifecycleState.INCUBATION
  };
  private static final double[] LAST = {0.25, 0.35};
  private static final double[] STILL = {0.25, 0.35};
  private static final double[] DRIFTED = {0.25, 0.451};

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "CALENDAR, 6, false, none",
        "CALENDAR, 6, true, none",
        "CALENDAR, 7, false, calendar",
        "CALENDAR, 8, true, calendar",
        "THRESHOLD, 6, false, none",
        "THRESHOLD, 700, false, none",
        "THRESHOLD, 0, true, threshold",
        "HYBRID, 6, false, none",
        "HYBRID, 6, true, threshold",
        "HYBRID, 7, false, calendar",
        "HYBRID, 7, true, calendar"
      })
  void dueByDaysByDriftOrByEither(
      RebalanceTrigger trigger, long days, boolean drifted, @Nullable String expected) {
    assertThat(due(trigger, 100 + days, 100, false, drifted ? DRIFTED : STILL)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(RebalanceTrigger.class)
  void theFirstIsDueAtOnce(RebalanceTrigger trigger) {
    assertThat(due(trigger, 0, NEVER, false, STILL)).isEqualTo("calendar");
    assertThat(due(trigger, -5, NEVER, false, STILL)).isEqualTo("calendar");
  }

  @ParameterizedTest
  @EnumSource(RebalanceTrigger.class)
  void aRetirementMakesItDueThatDay(RebalanceTrigger trigger) {
    assertThat(due(trigger, 101, 100, true, STILL)).isEqualTo("retirement");
    assertThat(due(trigger, 107, 100, true, DRIFTED)).isEqualTo("retirement");
    assertThat(due(trigger, 101, 100, false, STILL)).isNull();
  }

  @Test
  void driftMustExceedTheThresholdInEitherDirection() {
    assertThat(threshold(0.25, 0.45)).isNull();
    assertThat(threshold(0.15, 0.35)).isNull();
    assertThat(threshold(0.149, 0.35)).isEqualTo("threshold");
    assertThat(threshold(0.25, 0.4500001)).isEqualTo("threshold");
  }

  @Test
  void onlyActivePodsDrift() {
    LifecycleState[] retired = {LifecycleState.PRODUCTION, LifecycleState.RETIRED};
    assertThat(schedule(RebalanceTrigger.THRESHOLD).due(101, 100, false, retired, DRIFTED, LAST))
        .isNull();
  }

  private static @Nullable String threshold(double first, double second) {
    return due(RebalanceTrigger.THRESHOLD, 101, 100, false, new double[] {first, second});
  }

  private static @Nullable String due(
      RebalanceTrigger trigger, long day, long last, boolean retired, double[] shares) {
    return schedule(trigger).due(day, last, retired, ACTIVE, shares, LAST);
  }

  private static RebalanceSchedule schedule(RebalanceTrigger trigger) {
    return new RebalanceSchedule(
        CapitalSettings.of(CapitalMethod.EQUAL_WEIGHT).with("rebalanceTrigger", trigger).build());
  }
}
