package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.selection.AssetState;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.DualMomentumSettings;
import io.podflow.domain.settings.ExposureBasis;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PodStepTest {

  private final PodFixture pod = new PodFixture("A/USDT", "B/USDT");

  @Test
  @Tag("C1")
  void aTargetIsSignalTimesWeightTimesSymbolsTimesMultiplier() {
    pod.allocation = PodFixture.equalWeight(1);
    pod.selector = PodFixture.selector(true, 5, 4, 0);
    pod.state().machines[1] = new SelectorState(AssetState.RE_ENTRY, 1, 0, 0);
    PodDecision decision = pod.close(pod.update(0, 0.0, 0.8), pod.update(1, 0.0, -0.6));
    assertThat(decision.targets()).containsExactly(0.8 * 0.5 * 2 * 1, -0.6 * 0.5 * 2 * 0.5);
  }

  @Test
  @Tag("C1")
  void multiplierZeroIsTargetZero() {
    pod.selector = PodFixture.selector(true, 5, 3, 0);
    pod.state().machines[1] = new SelectorState(AssetState.COOLDOWN, 0, 0, 0);
    PodDecision decision = pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 1));
    assertThat(decision.targets()).containsExactly(1, 0);
  }

  @Test
  @Tag("C2")
  void anExcludedSymbolsWeightGoesToTheOthersAtOnce() {
    pod.allocation = PodFixture.equalWeight(100);
    pod.selector = PodFixture.selector(true, 1, 1, 1);
    PodDecision first = pod.close(pod.update(0, 0.0, 1, 5), pod.update(1, 0.0, 1, 5));
    assertThat(first.targets()).containsExactly(1, 1);
    PodDecision second = pod.close(pod.update(0, 0.0, 1, 5), pod.update(1, 0.0, 1, -0.5));
    assertThat(second.assets()).extracting(AssetRow::multiplier).containsExactly(1.0, 0.0);
    assertThat(second.assets()).extracting(AssetRow::allocationWeight).containsExactly(1.0, 0.0);
    assertThat(second.targets()).containsExactly(2, 0);
  }

  @Test
  @Tag("B12")
  void everySymbolIsJudgedOnceACloseHoweverManySymbolsThereAre() {
    pod.selector = PodFixture.selector(true, 5, 3, 1);
    for (int close = 1; close <= 4; close++) {
      PodDecision decision = pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, -0.5));
      assertThat(decision.assets().get(1).confirmation()).isEqualTo(close);
    }
    PodDecision fifth = pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, -0.5));
    assertThat(fifth.assets().get(1).state()).isEqualTo("UNDERPERFORMING");
    assertThat(fifth.events())
        .singleElement()
        .satisfies(event -> assertThat(event.toState()).isEqualTo("UNDERPERFORMING"));
  }

  @Test
  void perPodExposureLeavesOutTheSymbolCount() {
    pod.allocation = PodFixture.equalWeight(1);
    pod.basis = ExposureBasis.PER_POD;
    PodDecision decision = pod.close(pod.update(0, 0.0, 0.8), pod.update(1, 0.0, 0.4));
    assertThat(decision.targets()).containsExactly(0.4, 0.2);
  }

  @Test
  void withoutAnAllocatorNobodyGetsAnExcludedSymbolsShare() {
    pod.selector = PodFixture.selector(true, 5, 3, 0);
    pod.state().machines[0] = new SelectorState(AssetState.COOLDOWN, 0, 0, 0);
    PodDecision decision = pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 0.7));
    assertThat(decision.targets()).containsExactly(0, 0.7);
    assertThat(decision.assets()).extracting(AssetRow::allocationWeight).containsOnly(Double.NaN);
  }

  @Test
  void theAccountEarnsYesterdaysTargetsOnTodaysReturns() {
    pod.close(pod.update(0, Double.NaN, 0.5), pod.update(1, Double.NaN, -1));
    PodDecision next = pod.close(pod.update(0, 0.1, 0), pod.update(1, 0.02, 0));
    assertThat(day(next).dailyReturn()).isCloseTo(0.5 * 0.1 - 1 * 0.02, within(1e-15));
    assertThat(day(next).liveDays()).isEqualTo(2);
  }

  @Test
  void aChangeIsChargedAtTheCloseAfterItsDecision() {
    pod.costBps = 10;
    PodDecision first = pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, -1));
    assertThat(day(first).dailyReturn()).isZero();
    PodDecision second = pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, -1));
    assertThat(day(second).dailyReturn()).isCloseTo(-0.001 * 2, within(1e-15));
    PodDecision third = pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, -1));
    assertThat(day(third).dailyReturn()).isZero();
  }

  @Test
  void aDayIsTheProductOfItsBars() {
    pod.timeframe = Timeframe.H12;
    pod.close(pod.update(0, Double.NaN, 1), pod.update(1, Double.NaN, 0));
    PodDecision midnight = pod.close(pod.update(0, 0.1, 1), pod.update(1, 0.0, 0));
    PodDecision noon = pod.close(pod.update(0, 0.1, 1), pod.update(1, 0.0, 0));
    PodDecision nextMidnight = pod.close(pod.update(0, 0.2, 1), pod.update(1, 0.0, 0));
    assertThat(day(midnight).dailyReturn()).isCloseTo(0.1, within(1e-15));
    assertThat(noon.day()).isNull();
    assertThat(day(nextMidnight).dailyReturn()).isCloseTo(1.1 * 1.2 - 1, within(1e-15));
  }

  @Test
  void leverageScalesOnlyTheSymbolsWithABar() {
    pod.maxLeverage = 2;
    pod.close(pod.update(0, 0.0, 1.5), pod.update(1, 0.0, 0));
    PodDecision decision = pod.close(null, pod.update(1, 0.0, -1));
    assertThat(decision.targets()).containsExactly(1.5, -0.5);
    assertThat(decision.grossTarget()).isEqualTo(2);
  }

  @Test
  void theThirdMissedCloseMakesASymbolStaleAndFreesItsWeight() {
    pod.allocation = PodFixture.equalWeight(100);
    pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 1));
    assertThat(pod.close(pod.update(0, 0.0, 1), null).targets()).containsExactly(1, 1);
    assertThat(pod.close(pod.update(0, 0.0, 1), null).targets()).containsExactly(1, 1);
    PodDecision third = pod.close(pod.update(0, 0.0, 1), null);
    assertThat(third.targets()).containsExactly(2, 0);
    assertThat(third.events()).singleElement().extracting("symbol").isEqualTo("B/USDT");
    assertThat(pod.close(pod.update(0, 0.0, 1), null).events()).isEmpty();
    assertThat(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 1)).targets())
        .containsExactly(1, 1);
  }

  @Test
  void aSymbolThatHasNeverTradedIsNeitherStaleNorAllocated() {
    pod.allocation = PodFixture.equalWeight(1);
    for (int close = 0; close < 5; close++) {
      PodDecision decision = pod.close(pod.update(0, 0.0, 1), null);
      assertThat(decision.targets()).containsExactly(2, 0);
      assertThat(decision.events()).isEmpty();
    }
  }

  @Test
  void weightsAreRecomputedEveryRebalanceBarsCountedFromTheFirstClose() {
    pod.allocation =
        new AssetAllocationSettings(
            AllocationMethod.SIGNAL_WEIGHTED, 10, 2, 0, 1, DualMomentumSettings.DEFAULT);
    assertThat(weights(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 3)))).isEqualTo(0.25);
    assertThat(weights(pod.close(pod.update(0, 0.0, 3), pod.update(1, 0.0, 1)))).isEqualTo(0.25);
    assertThat(weights(pod.close(pod.update(0, 0.0, 3), pod.update(1, 0.0, 1)))).isEqualTo(0.75);
  }

  @Test
  @Tag("L2")
  void momentumLooksBackAsFarAsItIsToldAndLeavesCash() {
    pod.volatilityFloor = 0;
    pod.allocation =
        new AssetAllocationSettings(
            AllocationMethod.DUAL_MOMENTUM, 10, 1, 0, 1, new DualMomentumSettings(12, 0.5, 0, 0.2));
    assertThat(weights(risingThenFlat())).as("12 returns back A rose").isEqualTo(1);
    PodDecision fallen = pod.close(pod.update(0, -0.9, 1), pod.update(1, -0.5, 1));
    assertThat(fallen.assets()).extracting(AssetRow::allocationWeight).containsExactly(0.0, 0.2);
  }

  @Test
  @Tag("L2")
  void windowsOfAnOlderConfigurationGrow() {
    pod.volatilityFloor = 0;
    pod.allocation =
        new AssetAllocationSettings(
            AllocationMethod.DUAL_MOMENTUM, 10, 1, 0, 1, new DualMomentumSettings(12, 0.5, 0, 0.2));
    pod.state().returns[0] = new ReturnWindow(10);
    pod.state().returns[1] = new ReturnWindow(1);
    assertThat(weights(risingThenFlat())).isEqualTo(1);
  }

  /** A rises at the first of twelve closes, B never. */
  private PodDecision risingThenFlat() {
    PodDecision last = pod.close(pod.update(0, 0.1, 1), pod.update(1, 0.0, 1));
    for (int close = 1; close < 12; close++) {
      assertThat(weights(last)).as("no ranking yet").isEqualTo(0.5);
      last = pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 1));
    }
    return last;
  }

  @Test
  @Tag("C3")
  void aSelectorThatIsNotEnabledIsAsIfItWereNotThere() {
    PodFixture without = new PodFixture("A/USDT", "B/USDT");
    pod.selector = PodFixture.selector(false, 1, 1, 0);
    for (int close = 0; close < 20; close++) {
      double sharpe = close % 3 - 1.5;
      PodDecision with =
          pod.close(pod.update(0, 0.01, 1, sharpe), pod.update(1, -0.01, 1, -sharpe));
      PodDecision none =
          without.close(without.update(0, 0.01, 1, sharpe), without.update(1, -0.01, 1, -sharpe));
      assertThat(with.assets()).isEqualTo(none.assets());
      assertThat(with.targets()).isEqualTo(none.targets());
      assertThat(with.day()).isEqualTo(none.day());
      assertThat(with.events()).isEqualTo(none.events());
    }
  }

  @Test
  void warmUpFeedsWindowsAndNothingElse() {
    pod.allocation = PodFixture.equalWeight(1);
    AssetUpdate update = pod.update(0, 0.01, 1);
    PodStep step = new PodStep(pod.layout(), 0);
    PodState state = step.initialState();
    step.warmUp(state, new AssetUpdate[] {update, null});
    assertThat(state.closes).isZero();
    assertThat(state.targets).containsOnly(0);
    assertThat(state.missed).containsExactly(0, PodState.NEVER_TRADED);
  }

  private static double weights(PodDecision decision) {
    return decision.assets().get(0).allocationWeight();
  }

  private static DayReport day(PodDecision decision) {
    return Objects.requireNonNull(decision.day());
  }

  @Test
  @Tag("B8")
  void whoIsOutForGoodIsMentionedOnce() {
    pod.selector = PodFixture.selector(true, 1, 1, 1, 2);
    pod.state().machines[1] = new SelectorState(AssetState.UNDERPERFORMING, 0, 0, 0, 1);
    PodDecision last = pod.close(pod.update(0, 0.0, 1, 5), pod.update(1, 0.0, 1, -0.5));
    assertThat(last.events())
        .filteredOn(event -> event.severity() == Severity.WARNING)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.symbol()).isEqualTo("B/USDT");
              assertThat(event.kind()).isEqualTo(EventKind.SELECTOR);
              assertThat(event.message()).isEqualTo("excluded for good after 2 cooldowns");
            });
    PodDecision next = pod.close(pod.update(0, 0.0, 1, 5), pod.update(1, 0.0, 1, -0.5));
    assertThat(next.events()).isEmpty();
  }
}
