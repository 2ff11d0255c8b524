package io.podflow.domain.lifecycle;

import static io.podflow.domain.settings.LifecycleState.INCUBATION;
import static io.podflow.domain.settings.LifecycleState.PROBATION;
import static io.podflow.domain.settings.LifecycleState.PRODUCTION;
import static io.podflow.domain.settings.LifecycleState.RETIRED;
import static io.podflow.domain.settings.LifecycleState.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PageHinkleySettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PodLifecycleTest {

  private static TracedPod pod(PageHinkleySettings detector, LifecycleState state) {
    return new TracedPod(LifecycleFixture.lifecycle(detector), state, 20_000);
  }

  /** Days until the state is left, at most 100. */
  private static int daysUntilChange(TracedPod pod, double one, double other) {
    for (int day = 1; day <= 100; day++) {
      if (pod.day(day % 2 == 0 ? one : other).hasChangedState()) {
        return day;
      }
    }
    return 100;
  }

  @Test
  @Tag("L3")
  void aGoodPodGraduatesAfterItsMinimumOfDays() {
    TracedPod pod = pod(LifecycleFixture.DETECTOR, INCUBATION);
    assertThat(pod.goodDays(29).after()).isEqualTo(INCUBATION);
    assertThat(pod.goodDays(1).after()).isEqualTo(PRODUCTION);
  }

  @Test
  @Tag("L3")
  void aPodThatDoesNotGraduateInTimeRetires() {
    TracedPod pod = pod(LifecycleFixture.DETECTOR, INCUBATION);
    assertThat(daysUntilChange(pod, 0.0100, -0.0101)).isEqualTo(90);
    assertThat(pod.life.state).isEqualTo(RETIRED);
  }

  /** Time limits hold for pods that nothing happens to, too (decision AC2). */
  @Test
  @Tag("L3")
  void timeGoesOnWithoutReturns() {
    TracedPod pod = pod(LifecycleFixture.DETECTOR, INCUBATION);
    pod.goodDays(10);
    assertThat(daysUntilChange(pod, Double.NaN, Double.NaN)).isEqualTo(80);
    assertThat(pod.life.state).isEqualTo(RETIRED);
  }

  @Test
  @Tag("L3")
  void aFallOfTheMeanWarnsAndCalmDaysBringThePodBackWithAFreshDetector() {
    TracedPod pod = pod(new PageHinkleySettings(0.2, 4, 0.99, true), PRODUCTION);
    assertThat(pod.goodDays(90).after()).isEqualTo(PRODUCTION);
    assertThat(daysUntilChange(pod, -0.01, -0.02)).isLessThan(6);
    assertThat(pod.life.state).isEqualTo(WARNING);
    double peak = pod.life.detector.score();
    assertThat(pod.day(0.015).after()).isEqualTo(WARNING);
    assertThat(pod.life.detector.score()).as("fed in WARNING").isLessThan(peak);
    assertThat(daysUntilChange(pod, 0.015, 0.015)).as("five days in all").isEqualTo(4);
    assertThat(pod.life.state).isEqualTo(PRODUCTION);
    assertThat(pod.life.detector.count).isEqualTo(1);
  }

  @Test
  @Tag("L3")
  void aWarningThatLastsLeadsToProbationAndThatToTheEnd() {
    TracedPod pod = pod(LifecycleFixture.DEAF, WARNING);
    pod.life.detector.sum = 20; // 0.2 of lambda 50 is 10, raw returns do not reach it
    assertThat(daysUntilChange(pod, 0.0100, -0.0101)).isEqualTo(30);
    assertThat(pod.life.state).isEqualTo(PROBATION);
    assertThat(daysUntilChange(pod, 0.0100, -0.0101)).isEqualTo(30);
    assertThat(pod.life.state).isEqualTo(RETIRED);
    assertThat(pod.goodDays(200).after()).isEqualTo(RETIRED);
  }

  /** Decision AC6. */
  @Test
  @Tag("L3")
  void aWarnedPodBelowTheSharpeFloorGoesToProbationAtOnceButNotBefore60Returns() {
    TracedPod old = pod(LifecycleFixture.DEAF, PRODUCTION);
    for (int day = 0; day < 60; day++) {
      old.day(day % 2 == 0 ? 0.0100 : -0.0101);
    }
    assertThat(old.day(0, true).after()).isEqualTo(WARNING);
    assertThat(old.day(0, true).after()).isEqualTo(PROBATION);

    TracedPod young = pod(LifecycleFixture.DEAF, PRODUCTION);
    for (int day = 0; day < 57; day++) {
      young.day(day % 2 == 0 ? 0.0100 : -0.0101);
    }
    assertThat(young.day(0, true).after()).isEqualTo(WARNING);
    assertThat(young.day(0, true).after()).as("59 returns").isEqualTo(WARNING);
    assertThat(young.day(0, true).after()).as("60 returns").isEqualTo(PROBATION);
  }

  @Test
  @Tag("L3")
  void aDrawdownEndsAPodOnItsSecondDay() {
    TracedPod pod = pod(LifecycleFixture.DETECTOR, INCUBATION);
    pod.day(0.01);
    assertThat(pod.day(-0.25).after()).isEqualTo(RETIRED);
  }

  /** Six months that lose 1 % each stay far from the limit on drawdown. */
  @Test
  @Tag("L3")
  void sixLosingMonthsEndAPodAndAGoodOneStartsTheCountAnew() {
    TracedPod pod = pod(LifecycleFixture.DEAF, PRODUCTION);
    for (int month = 1; month <= 5; month++) {
      pod.goodDays(29);
      pod.day(-0.10 + 0.005 * month); // the month before has earned about 6 %
    }
    assertThat(pod.life.lossMonths.inARow).isEqualTo(5);
    pod.goodDays(30);
    assertThat(pod.life.lossMonths.inARow).isZero();
    TracedPod unlucky = pod(LifecycleFixture.DEAF, PRODUCTION);
    for (int day = 1; day < 180; day++) {
      assertThat(unlucky.day(day % 30 == 0 ? -0.01 : 0).after()).isEqualTo(PRODUCTION);
    }
    assertThat(unlucky.day(-0.01).after()).isEqualTo(RETIRED);
  }

  @Test
  @Tag("D1")
  void allExcludedWarnsOnTheFirstDayAndHoldsThePodThere() {
    TracedPod pod = pod(LifecycleFixture.DETECTOR, PRODUCTION);
    LifecycleOutcome outcome = pod.day(0.001, true);
    assertThat(outcome.after()).isEqualTo(WARNING);
    assertThat(outcome.reason()).isEqualTo("all assets are excluded");
    for (int day = 1; day <= 20; day++) {
      assertThat(pod.day(0.001, true).after()).isEqualTo(WARNING);
    }
    assertThat(pod.day(0.001, false).after()).isEqualTo(PRODUCTION);
  }

  @Test
  @Tag("D1")
  void nobodyIsRehabilitatedWhileAllIsExcluded() {
    TracedPod pod = pod(LifecycleFixture.DETECTOR, PROBATION);
    for (int day = 1; day < 30; day++) {
      assertThat(pod.day(day % 2 == 0 ? 0.012 : 0.008, true).after()).isEqualTo(PROBATION);
    }
    assertThat(pod.day(0.01, true).after()).isEqualTo(RETIRED);
  }

  /** Decision AC6: alerts of the pod's own limits, once per crossing, 10 % and 15 %. */
  @Test
  @Tag("L3")
  void drawdownAlertsComeWithEachCrossing() {
    TracedPod pod = pod(LifecycleFixture.DEAF, PRODUCTION);
    pod.day(0.01);
    assertThat(pod.day(-0.11).alerts())
        .extracting(PodAlert::level)
        .containsExactly(AlertLevel.WARNING);
    assertThat(pod.day(-0.01).alerts()).isEmpty();
    assertThat(pod.day(-0.05).alerts())
        .extracting(PodAlert::level)
        .containsExactly(AlertLevel.CRITICAL);
    assertThat(pod.day(0.12).alerts())
        .extracting(PodAlert::level)
        .containsExactly(AlertLevel.NORMAL);
  }
}
