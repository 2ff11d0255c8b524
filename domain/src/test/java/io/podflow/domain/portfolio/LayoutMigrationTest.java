package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a pod that the configuration adds begins with, and one that it removes leaves. */
@Tag("E1")
class LayoutMigrationTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  /** One pod that holds 4 BTC; 600 of 1000 are reserve. */
  private static Walk held() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC), 1_000);
    walk.target(0, BTC, 1).bar(BTC, 100).close();
    walk.bar(BTC, 100).close();
    assertThat(walk.state.ledger.reserve).isCloseTo(600, ROUNDING);
    return walk;
  }

  private static Walk with(Walk before, double fraction, LifecycleState state) {
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.4, BTC);
    return new Walk(
        before, next.pod("b", fraction, Timeframe.D1, 0, state, ETH), TradingMode.PAPER);
  }

  private static Walk enters(Walk before, double fraction, LifecycleState state) {
    Walk walk = with(before, fraction, state);
    String told =
        walk.bar(BTC, 100).close().events().stream()
            .filter(event -> event.pod().equals("b"))
            .map(Event::message)
            .findFirst()
            .orElseThrow();
    assertThat(told).isEqualTo("the pod is new; starts in " + state + " with " + capital(walk));
    return walk;
  }

  private static double capital(Walk walk) {
    return walk.state.ledger.capital(1);
  }

  @Test
  void aNewPodGetsItsInitialFractionOfEquityFromTheReserve() {
    Walk walk = enters(held(), 0.25, LifecycleState.PRODUCTION);
    assertThat(capital(walk)).isCloseTo(250, ROUNDING);
    assertThat(walk.state.fractions[1]).isCloseTo(0.25, ROUNDING);
    assertThat(walk.state.ledger.reserve).isCloseTo(350, ROUNDING);
    assertThat(walk.state.ledger.capital(0)).isCloseTo(400, ROUNDING);
  }

  @Test
  void aNewPodGetsNoMoreThanTheReserve() {
    Walk walk = enters(held(), 0.9, LifecycleState.INCUBATION);
    assertThat(capital(walk)).isCloseTo(600, ROUNDING);
    assertThat(walk.state.fractions[1]).isCloseTo(0.6, ROUNDING);
    assertThat(walk.state.ledger.reserve).isCloseTo(0, ROUNDING);
  }

  @Test
  void aNewPodThatStartsRetiredGetsNothing() {
    Walk walk = enters(held(), 0.25, LifecycleState.RETIRED);
    assertThat(capital(walk)).isZero();
    assertThat(walk.state.fractions[1]).isZero();
    assertThat(walk.state.ledger.reserve).isCloseTo(600, ROUNDING);
  }

  @Test
  void aRuinedPortfolioGivesANewPodNothing() {
    Walk before = held();
    before.state.ruined = true;
    Walk walk = enters(before, 0.25, LifecycleState.PRODUCTION);
    assertThat(capital(walk)).isZero();
    assertThat(walk.state.fractions[1]).isZero();
  }

  @Test
  void aReserveThatIsOwedGivesANewPodNothing() {
    Walk before = held();
    before.state.ledger.setCapital(0, 1_100);
    Walk walk = enters(before, 0.25, LifecycleState.PRODUCTION);
    assertThat(capital(walk)).isZero();
    assertThat(walk.state.ledger.reserve).isCloseTo(-100, ROUNDING);
  }

  @Test
  void aPodThatCameAndWentBetweenTwoRunsHasNothingLeftToRelease() {
    Walk before = held();
    PortfolioFixture between = new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.25, ETH);
    Walk never = new Walk(before, between, TradingMode.PAPER);
    Walk walk = new Walk(never, new PortfolioFixture().pod("a", 0.4, BTC), TradingMode.PAPER);
    assertThat(walk.bar(BTC, 100).close().events()).isEmpty();
    assertThat(walk.state.departed).containsExactly(false, true);
    assertThat(walk.state.released).containsExactly(false, true);
    assertThat(walk.state.ledger.reserve).isCloseTo(600, ROUNDING);
  }

  @Test
  void aRemovedPodWantsNothingAndHasNoShareAnyMore() {
    Walk before = enters(held(), 0.25, LifecycleState.PRODUCTION);
    before.target(1, ETH, 1).bar(BTC, 100).bar(ETH, 10).close();
    before.bar(BTC, 100).bar(ETH, 10).close();
    before.state.detectorScores[1] = 3;
    Arrays.fill(before.state.adx, 25);
    Walk walk = new Walk(before, new PortfolioFixture().pod("a", 0.4, BTC), TradingMode.PAPER);
    assertThat(walk.bar(BTC, 100).close().events())
        .filteredOn(event -> event.message().equals("the pod is no longer configured"))
        .extracting(Event::pod, Event::severity)
        .containsExactly(tuple("b", Severity.WARNING));
    assertThat(walk.state.targets[1]).containsOnly(0);
    assertThat(walk.state.fractions[1]).isZero();
    assertThat(walk.state.detectorScores[1]).isNaN();
    assertThat(walk.state.lives[1].state).isEqualTo(LifecycleState.RETIRED);
    assertThat(walk.state.adx[1]).as("nobody trades it").isNaN();
    assertThat(walk.state.adx[0]).as("pod a trades it").isEqualTo(25);
  }

  @Test
  void aSymbolThatAPodDropsIsWantedNoMoreAndWhatItHoldsIsTold() {
    Walk before = new Walk(new PortfolioFixture().pod("a", 0.4, BTC, ETH), 1_000);
    before.target(0, BTC, 0.5).target(0, ETH, 0.5).bar(BTC, 100).bar(ETH, 10).close();
    before.bar(BTC, 100).bar(ETH, 10).close();
    Walk walk = new Walk(before, new PortfolioFixture().pod("a", 0.4, BTC), TradingMode.PAPER);
    assertThat(walk.bar(BTC, 100).close().events())
        .filteredOn(event -> event.message().startsWith("leaves 20.0 behind"))
        .extracting(Event::symbol)
        .containsExactly(ETH);
    assertThat(walk.state.targets[0]).containsExactly(0.5, 0);
  }

  @Test
  void aPodThatWasRemovedDoesNotComeBack() {
    Walk walk = enters(held(), 0.25, LifecycleState.PRODUCTION);
    Arrays.fill(walk.state.departed, true);
    walk.bar(BTC, 100);
    assertThatThrownBy(walk::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was removed before");
  }
}
