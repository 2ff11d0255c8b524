package io.podflow.domain.selection;

import static io.podflow.domain.selection.AssetState.ACTIVE;
import static io.podflow.domain.selection.AssetState.COOLDOWN;
import static io.podflow.domain.selection.AssetState.RE_ENTRY;
import static io.podflow.domain.selection.AssetState.UNDERPERFORMING;
import static io.podflow.domain.selection.SelectorRun.HIGH;
import static io.podflow.domain.selection.SelectorRun.LOW;
import static io.podflow.domain.selection.SelectorRun.MIDDLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetSelectorTest {

  private final SelectorRun run = new SelectorRun(Selectors.DEFAULTS, 4);

  @Tag("B1")
  @Test
  void everyAssetStartsActiveInFull() {
    assertThat(run.machines).containsOnly(new SelectorState(ACTIVE, 3, 0, 0));
    assertThat(run.multiplier(0)).isEqualTo(1);
    assertThat(AssetState.values()).containsExactly(ACTIVE, UNDERPERFORMING, COOLDOWN, RE_ENTRY);
  }

  @Tag("B4")
  @Test
  void fiveLowBarsInARowMakeAnAssetLeave() {
    run.first(4, LOW);
    assertThat(run.where()).isEqualTo("ACTIVE 3");

    run.first(1, LOW);
    assertThat(run.where()).isEqualTo("UNDERPERFORMING 2");
  }

  @Tag("B4")
  @Test
  void anInterruptedRunStartsOver() {
    run.first(4, LOW);
    run.first(1, MIDDLE);
    run.first(4, LOW);

    assertThat(run.where()).isEqualTo("ACTIVE 3");
  }

  @Tag("B4")
  @Test
  void aScoreAtTheThresholdIsNotLow() {
    run.first(9, 0.20);
    // what 0.2 becomes on its way through thirds
    run.first(9, 0.3 * (2.0 / 3));

    assertThat(run.where()).isEqualTo("ACTIVE 3");
    assertThat(run.machines[0].confirmation()).isZero();
  }

  @Tag("B5")
  @Tag("B9")
  @Test
  void theRampEndsInCooldown() {
    run.first(5, LOW);
    assertThat(run.multiplier(0)).isCloseTo(2.0 / 3, offset(1e-15));
    run.first(1, LOW);
    assertThat(run.multiplier(0)).isCloseTo(1.0 / 3, offset(1e-15));
    run.first(1, LOW);

    assertThat(run.machines[0]).isEqualTo(new SelectorState(COOLDOWN, 0, 0, 0, 1));
  }

  @Tag("B5")
  @Test
  void withTheDefaultsTheRampIsTooShortToTurn() {
    run.first(5, LOW);
    run.first(2, HIGH);

    assertThat(run.where()).isEqualTo("COOLDOWN 0");
  }

  @Tag("B5")
  @Tag("B9")
  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void threeHighBarsTurnTheWayDownFromWhereItIs(int rampSteps) {
    SelectorRun turning = new SelectorRun(Selectors.with(rampSteps, 5, 3, 30, 2), 4);
    turning.first(5, LOW);
    turning.first(2, HIGH);
    assertThat(turning.where()).isEqualTo("UNDERPERFORMING " + (rampSteps - 3));

    turning.first(1, HIGH);
    assertThat(turning.where()).isEqualTo("RE_ENTRY " + (rampSteps - 2));
    turning.first(1, HIGH);
    assertThat(turning.where()).isEqualTo("RE_ENTRY " + (rampSteps - 1));
    turning.first(1, HIGH);
    assertThat(turning.where()).isEqualTo("ACTIVE " + rampSteps);
  }

  @Tag("B5")
  @Test
  void aTurnJustBelowTheTopIsCompletedOnTheBarAfter() {
    SelectorRun turning = new SelectorRun(Selectors.with(5, 1, 1, 30, 2), 4);
    turning.first(1, LOW);
    turning.first(1, HIGH);
    assertThat(turning.where()).isEqualTo("RE_ENTRY 5");

    turning.first(1, HIGH);
    assertThat(turning.where()).isEqualTo("ACTIVE 5");
  }

  @Tag("B6")
  @Tag("B7")
  @Test
  void theSoftRouteTakesTheBarsOfTheSpecification() {
    run.first(7, LOW);
    assertThat(run.where()).as("T+2").isEqualTo("COOLDOWN 0");
    run.first(29, HIGH);
    assertThat(run.machines[0]).as("T+31").isEqualTo(new SelectorState(COOLDOWN, 0, 0, 29, 1));
    run.first(1, HIGH);
    assertThat(run.machines[0]).as("T+32").isEqualTo(new SelectorState(COOLDOWN, 0, 1, 30, 1));
    run.first(1, HIGH);
    assertThat(run.where()).as("T+33").isEqualTo("COOLDOWN 0");
    run.first(1, HIGH);
    assertThat(run.where()).as("T+34").isEqualTo("RE_ENTRY 1");
    run.first(1, HIGH);
    assertThat(run.where()).as("T+35").isEqualTo("RE_ENTRY 2");
    run.first(1, HIGH);
    assertThat(run.where()).as("T+36").isEqualTo("ACTIVE 3");
  }

  @Tag("B6")
  @Test
  void theBarOfAHardExclusionIsTheFirstOfTheCooldown() {
    run.hard(0).first(1, HIGH);
    run.nothingHard();
    assertThat(run.machines[0]).as("H").isEqualTo(new SelectorState(COOLDOWN, 0, 0, 1, 1));
    run.first(30, HIGH);
    assertThat(run.where()).as("H+30").isEqualTo("COOLDOWN 0");
    run.first(1, HIGH);
    assertThat(run.where()).as("H+31").isEqualTo("RE_ENTRY 1");
  }

  @Tag("B6")
  @Test
  void confirmationInCooldownIsInterruptedToo() {
    run.first(7, LOW);
    run.first(31, HIGH);
    run.first(1, 0.35);
    run.first(2, HIGH);
    assertThat(run.where()).isEqualTo("COOLDOWN 0");

    run.first(1, HIGH);
    assertThat(run.where()).isEqualTo("RE_ENTRY 1");
  }

  @Tag("B7")
  @Tag("B9")
  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void lowBarsTurnTheWayUpFromWhereItIs(int rampSteps) {
    int excludeBars = rampSteps - 1;
    SelectorRun turning = new SelectorRun(Selectors.with(rampSteps, excludeBars, 3, 1, 2), 4);
    turning.hard(0).first(1, MIDDLE);
    turning.nothingHard();
    turning.first(3, HIGH);
    assertThat(turning.where()).isEqualTo("RE_ENTRY 1");

    turning.first(excludeBars - 1, LOW);
    assertThat(turning.where()).isEqualTo("RE_ENTRY " + (rampSteps - 1));
    turning.first(1, LOW);
    assertThat(turning.where()).isEqualTo("UNDERPERFORMING " + (rampSteps - 2));
  }

  @Tag("B7")
  @Test
  void withTheDefaultsLowBarsOnTheWayUpDoNotTurnIt() {
    run.first(7, LOW);
    run.first(32, HIGH);
    assertThat(run.where()).isEqualTo("RE_ENTRY 1");

    run.first(2, LOW);
    assertThat(run.machines[0]).isEqualTo(new SelectorState(ACTIVE, 3, 0, 32, 1));
  }

  @Tag("B7")
  @Tag("B10")
  @Test
  void aTurnThatTheFloorRefusesGoesOnUpAndCountsAgain() {
    SelectorRun turning = new SelectorRun(Selectors.with(6, 2, 1, 1, 1), 2);
    turning.hard(0).first(1, HIGH);
    turning.nothingHard();
    turning.first(1, HIGH);
    assertThat(turning.where()).isEqualTo("RE_ENTRY 1");
    turning.present[1] = false;

    turning.first(2, LOW);
    assertThat(turning.machines[0]).isEqualTo(new SelectorState(RE_ENTRY, 3, 0, 2, 1, true));
    turning.present[1] = true;
    turning.first(1, LOW);
    assertThat(turning.where()).isEqualTo("RE_ENTRY 4");
    turning.first(1, LOW);
    assertThat(turning.where()).isEqualTo("UNDERPERFORMING 3");
  }

  @Tag("B8")
  @Test
  void hardExclusionTakesAnAssetOutFromAnyState() {
    List<SelectorState> before =
        List.of(
            new SelectorState(ACTIVE, 3, 2, 0),
            new SelectorState(UNDERPERFORMING, 2, 1, 0),
            new SelectorState(RE_ENTRY, 1, 3, 30));
    for (SelectorState machine : before) {
      SelectorRun struck = new SelectorRun(Selectors.DEFAULTS, 3);
      struck.machines[0] = machine;
      struck.hard(0).first(1, MIDDLE);

      assertThat(struck.machines[0]).isEqualTo(new SelectorState(COOLDOWN, 0, 0, 1, 1));
    }
  }

  @Tag("B8")
  @Test
  void hardFiguresDoNotRestartACooldown() {
    run.hard(0).first(12, HIGH);

    assertThat(run.machines[0]).isEqualTo(new SelectorState(COOLDOWN, 0, 0, 12, 1));
  }

  @Tag("B8")
  @Test
  void hardExclusionNeedsBothFiguresBeyondTheirThresholds() {
    double[][] harmless = {{-1.5, 0.15}, {-1.0, 0.20}, {-0.9, 0.9}, {-9, 0.1}, {-1.5, 1 - 0.85}};
    for (double[] figures : harmless) {
      run.sharpe[0] = figures[0];
      run.maxDrawdown[0] = figures[1];
      run.first(1, HIGH);

      assertThat(run.where()).as(Arrays.toString(figures)).isEqualTo("ACTIVE 3");
    }
  }

  @Tag("B3")
  @Tag("B8")
  @Test
  void nineReturnsAreTooFewForAHardExclusion() {
    run.hard(0).returnCounts[0] = 9;
    run.first(1, HIGH);
    assertThat(run.where()).isEqualTo("ACTIVE 3");

    run.returnCounts[0] = 10;
    run.first(1, HIGH);
    assertThat(run.where()).isEqualTo("COOLDOWN 0");
  }

  @Tag("B8")
  @Tag("B10")
  @Test
  void aRefusedHardExclusionChangesNothing() {
    SelectorRun pair = new SelectorRun(Selectors.DEFAULTS, 2);
    pair.first(2, LOW);
    pair.hard(0).first(1, LOW);

    assertThat(pair.machines[0]).isEqualTo(new SelectorState(ACTIVE, 3, 3, 0, 0, true));
  }

  @Tag("B8")
  @Tag("B10")
  @Test
  void theFloorIsAskedAlsoForAnAssetOnItsWayOut() {
    SelectorRun pair = new SelectorRun(Selectors.DEFAULTS, 2);
    pair.machines[0] = new SelectorState(UNDERPERFORMING, 2, 0, 0);
    pair.hard(0).first(1, MIDDLE);

    assertThat(pair.where()).isEqualTo("UNDERPERFORMING 1");
  }

  @Tag("B9")
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 10})
  void theRampHasEqualSteps(int rampSteps) {
    SelectorRun ramp = new SelectorRun(Selectors.with(rampSteps, 1, 10, 1, 2), 4);
    List<Double> multipliers = new ArrayList<>();
    for (int bar = 0; bar < rampSteps; bar++) {
      ramp.first(1, LOW);
      multipliers.add(ramp.multiplier(0));
    }

    for (int step = 1; step <= rampSteps; step++) {
      assertThat(multipliers.get(step - 1)).isCloseTo(1 - (double) step / rampSteps, offset(1e-15));
    }
  }

  @Tag("B9")
  @Test
  void aRampOfOneStepTakesTheWholeWayAtOnce() {
    SelectorRun step = new SelectorRun(Selectors.with(1, 1, 1, 1, 2), 4);
    step.first(1, LOW);
    assertThat(step.where()).isEqualTo("UNDERPERFORMING 0");
    step.first(1, MIDDLE);
    assertThat(step.where()).isEqualTo("COOLDOWN 0");
    step.first(1, HIGH);
    assertThat(step.where()).isEqualTo("RE_ENTRY 1");
    step.first(1, HIGH);
    assertThat(step.where()).isEqualTo("ACTIVE 1");
  }

  @Tag("B10")
  @Test
  void whenFourOfFiveWantToLeaveTwoStay() {
    SelectorRun five = new SelectorRun(Selectors.DEFAULTS, 5);
    for (int bar = 0; bar < 60; bar++) {
      five.bar(LOW, LOW, LOW, LOW, HIGH);
    }

    assertThat(five.machines)
        .extracting(SelectorState::state)
        .containsExactly(COOLDOWN, COOLDOWN, COOLDOWN, ACTIVE, ACTIVE);
  }

  @Tag("B10")
  @Test
  void aRefusedAssetNeedsAFullNewRun() {
    SelectorRun pair = new SelectorRun(Selectors.with(3, 5, 3, 30, 1), 2);
    pair.present[1] = false;
    pair.first(5, LOW);
    assertThat(pair.machines[0]).isEqualTo(new SelectorState(ACTIVE, 3, 0, 0, 0, true));

    pair.present[1] = true;
    pair.first(4, LOW);
    assertThat(pair.where()).isEqualTo("ACTIVE 3");
    pair.first(1, LOW);
    assertThat(pair.where()).isEqualTo("UNDERPERFORMING 2");
  }

  @Tag("B10")
  @Test
  void withoutAFloorAllCanLeave() {
    SelectorRun pair = new SelectorRun(Selectors.with(3, 5, 3, 30, 0), 2);
    for (int bar = 0; bar < 7; bar++) {
      pair.bar(LOW, LOW);
    }

    assertThat(pair.machines).extracting(SelectorState::state).containsOnly(COOLDOWN);
  }

  @Tag("B10")
  @Test
  void anAbsentAssetNeitherMovesNorHoldsTheFloorUp() {
    SelectorRun three = new SelectorRun(Selectors.DEFAULTS, 3);
    three.first(3, LOW);
    SelectorState paused = three.machines[0];
    three.present[0] = false;
    for (int bar = 0; bar < 20; bar++) {
      three.bar(LOW, LOW, HIGH);
    }

    assertThat(three.machines[0]).isEqualTo(paused);
    assertThat(three.state(1)).as("only one other is there").isEqualTo(ACTIVE);
  }

  @Tag("B11")
  @Test
  void whipsawChangesNoState() {
    for (int round = 0; round < 20; round++) {
      for (double score : new double[] {0.19, 0.22, 0.18}) {
        run.first(1, score);
        assertThat(run.where()).isEqualTo("ACTIVE 3");
      }
    }
  }
}
