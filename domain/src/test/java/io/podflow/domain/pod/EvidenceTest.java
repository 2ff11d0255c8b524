package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.selection.AssetState;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.testing.Shared;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A pod with symbols that are halted or do not move, and what it says about its selector. */
class EvidenceTest {

  @Tag("EV2")
  @TestFactory
  Stream<DynamicTest> haltedTargetsAsInTheVectors() {
    return Shared.cases("volatility_floor.json")
        .filter(c -> c.path("op").asText().equals("halted_target"))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertTarget(c)));
  }

  private static void assertTarget(JsonNode c) {
    JsonNode input = c.path("input");
    double wanted = input.path("wanted").asDouble();
    PodFixture pod = new PodFixture("A/USDT");
    pod.state().targets[0] = input.path("standing").asDouble();
    boolean halted = input.path("halted").asBoolean();
    PodDecision decision = pod.close(still(pod, 0, wanted, halted ? 5 : 4));
    assertThat(decision.targets()[0]).isEqualTo(c.at("/expected/target").asDouble());
  }

  @Tag("EV2")
  @Test
  void aHaltIsToldAtTheFifthBarAndWhenItEnds() {
    PodFixture pod = new PodFixture("A/USDT");
    assertThat(pod.close(still(pod, 0, 1, 4)).events()).isEmpty();
    Event begin = pod.close(still(pod, 0, 1, 5)).events().get(0);
    assertThat(begin.kind()).isEqualTo(EventKind.DATA);
    assertThat(begin.message()).startsWith("halted:");
    assertThat(pod.close(still(pod, 0, 1, 6)).events()).isEmpty();
    assertThat(pod.close(new AssetUpdate[1]).events()).isEmpty();
    List<Event> end = pod.close(still(pod, 0, 2, 0)).events();
    assertThat(end).hasSize(1);
    assertThat(end.get(0).message()).startsWith("halted ended");
    assertThat(pod.state().targets[0]).isEqualTo(2);
  }

  @Tag("EV2")
  @Test
  void theLeverageCapDoesNotLetAHaltedTargetGrow() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT");
    pod.maxLeverage = 2;
    pod.close(still(pod, 0, 2, 4), still(pod, 1, 2, 0));
    assertThat(pod.state().targets).containsExactly(1, 1);
    pod.close(still(pod, 0, 2, 5), still(pod, 1, 0, 0));
    assertThat(pod.state().targets).containsExactly(1, 0);
  }

  @Tag("EV2")
  @Test
  void aSymbolWithoutVarianceIsNotEvaluatedAndHoldsNoFloor() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT", "C/USDT");
    pod.selector = PodFixture.selector(true, 1, 1, 1);
    SelectorState before = new SelectorState(AssetState.ACTIVE, 1, 0, 7, 1);
    pod.state().machines[2] = before;
    PodDecision decision =
        pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, 0), constant(pod, 2));
    assertThat(pod.state().machines[2]).isEqualTo(before);
    assertThat(decision.assets().get(2).score()).isEqualTo(0.5);
    assertThat(decision.assets().get(2).sharpeRank()).isNaN();
    assertThat(decision.assets().get(2).rule()).isEmpty();
    assertThat(decision.assets().get(0).sharpeRank()).isEqualTo(1);
    // B left, so A alone is above the floor of one; C does not count and A cannot leave.
    assertThat(pod.state().machines[1].state()).isEqualTo(AssetState.UNDERPERFORMING);
    PodDecision next =
        pod.close(pod.update(0, 0.0, 1, 0), pod.update(1, 0.0, 1, 1), constant(pod, 2));
    assertThat(next.assets().get(0).rule()).isEqualTo("floor_refused");
    assertThat(pod.state().machines[0].state()).isEqualTo(AssetState.ACTIVE);
  }

  @Tag("EV2")
  @Test
  void allExcludedLooksPastASymbolWithoutVariance() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT");
    pod.selector = PodFixture.selector(true, 1, 1, 0);
    pod.state().machines[0] = new SelectorState(AssetState.COOLDOWN, 0, 0, 0);
    assertThat(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 1)).allExcluded()).isFalse();
    assertThat(pod.close(pod.update(0, 0.0, 1), constant(pod, 1)).allExcluded()).isTrue();
    assertThat(pod.close(pod.update(0, 0.0, 1), null).allExcluded()).isTrue();
    assertThat(pod.close(null, constant(pod, 1)).allExcluded()).isTrue();
  }

  @Tag("EV1")
  @Test
  void everyTransitionNamesItsRuleWithItsFigures() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT");
    pod.selector = PodFixture.selector(true, 1, 2, 1);
    PodDecision out = pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, 0));
    assertThat(out.events()).hasSize(1);
    assertThat(out.events().get(0).message())
        .isEqualTo("score: score 0.0 is below 0.2, 1 close in a row");
    assertThat(out.assets().get(1).rule()).isEqualTo("score");
    PodDecision ramp = pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, 0));
    assertThat(ramp.events().get(0).message()).isEqualTo("ramp: level 0 of 2");
    assertThat(ramp.assets().get(1).rule()).isEqualTo("ramp");
  }

  @Tag("EV1")
  @Test
  void aRefusalIsToldAtTheFirstBarOfItsRun() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT");
    pod.selector = PodFixture.selector(true, 9, 1, 2);
    // Figures of −2 are a Sharpe ratio of −2 and a drawdown of 2, beyond the hard limits.
    PodDecision first = pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, -2));
    assertThat(first.events()).hasSize(1);
    assertThat(first.events().get(0).fromState()).isEmpty();
    assertThat(first.events().get(0).toState()).isEmpty();
    assertThat(first.events().get(0).message()).startsWith("floor_refused: ");
    PodDecision second = pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, -2));
    assertThat(second.events()).isEmpty();
    assertThat(second.assets().get(1).rule()).isEqualTo("floor_refused");
    pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, 0));
    assertThat(pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, -2)).events()).hasSize(1);
  }

  @Tag("EV1")
  @Test
  void aVersionWithoutSelectorSaysWhomItBringsBack() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT");
    pod.selector = PodFixture.selector(true, 1, 1, 1);
    pod.close(pod.update(0, 0.0, 1, 1), pod.update(1, 0.0, 1, 0));
    PodFixture next = new PodFixture("A/USDT", "B/USDT");
    AssetUpdate[] updates = {next.update(0, 0.0, 1), next.update(1, 0.0, 1)};
    PodDecision decision =
        new PodStep(next.layout(), 0).onClose(pod.state(), 100 * PodFixture.DAY, updates);
    assertThat(decision.assets().get(0).rule()).isEmpty();
    assertThat(decision.assets().get(1).rule()).isEqualTo("version");
    assertThat(decision.events()).hasSize(1);
    assertThat(decision.events().get(0).message()).startsWith("version: ");
    assertThat(decision.events().get(0).toState()).isEqualTo("ACTIVE");
  }

  @Tag("EV2")
  @Test
  void haltedAndConstantGoWithTheirSymbolAndAreNotInOlderState() {
    PodFixture pod = new PodFixture("A/USDT", "B/USDT");
    pod.close(still(pod, 0, 1, 5), constant(pod, 1));
    PodFixture next = new PodFixture("B/USDT", "C/USDT", "A/USDT");
    new PodStep(next.layout(), 0).warmUp(pod.state(), new AssetUpdate[3]);
    assertThat(pod.state().halted).containsExactly(false, false, true);
    assertThat(pod.state().constant).containsExactly(true, false, false);
    pod.state().halted = new boolean[0];
    pod.state().constant = new boolean[0];
    new PodStep(next.layout(), 0).warmUp(pod.state(), new AssetUpdate[3]);
    assertThat(pod.state().halted).containsExactly(false, false, false);
    assertThat(pod.state().constant).containsExactly(false, false, false);
  }

  static AssetUpdate still(PodFixture pod, int position, double signal, int stillBars) {
    return changed(pod.update(position, 0, signal), false, stillBars);
  }

  private static AssetUpdate constant(PodFixture pod, int position) {
    return changed(pod.update(position, 0, 1), true, 0);
  }

  private static AssetUpdate changed(AssetUpdate u, boolean constant, int stillBars) {
    return new AssetUpdate(
        u.pod(),
        u.position(),
        u.closeTime(),
        u.open(),
        u.high(),
        u.low(),
        u.close(),
        u.periodReturn(),
        u.signal(),
        u.signalReason(),
        u.returnCount(),
        u.sharpe(),
        u.cumulativeReturn(),
        u.maxDrawdown(),
        u.adx(),
        constant,
        stillBars,
        false);
  }
}
