package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.TradeRows;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.orders.ForcedChanges;
import io.podflow.domain.portfolio.orders.ForcedCrosses;
import io.podflow.domain.settings.LifecycleState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shares of two pods that have to go and sum to 0: they cross at the mark, for their cause. */
@Tag("TR3")
class ForcedCrossesTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  private final PortfolioFixture fixture =
      new PortfolioFixture()
          .pod("a", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC, ETH)
          .pod("b", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC, ETH)
          .pod("c", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC, ETH);

  @Test
  void anExclusionOfBothIsTheSelectors() {
    Walk walk = opposite();
    PortfolioDecision out = walk.bar(BTC, 110).bar(ETH, 10).exclude(0, BTC).exclude(1, BTC).close();
    assertCrossed(out, "selector", 110);
    assertThat(walk.state.ledger.quantities[0][0]).isZero();
    assertThat(walk.state.ledger.quantities[1][0]).isZero();
  }

  @Test
  void whatTheDefenceClosesWithoutABarIsOfRisk() {
    fixture.dailyLossLimit = 0.03;
    Walk walk = opposite();
    walk.bar(BTC, 100).bar(ETH, 10).target(2, ETH, 1).close();
    assertThat(walk.bar(ETH, 10, 8).close().podFills())
        .extracting(PodFillRow::symbol)
        .containsOnly(ETH);
    assertThat(walk.state.riskScale).isZero();
    assertCrossed(walk.bar(ETH, 8).close(), "risk", 100);
  }

  @Test
  void sharesOfRemovedPodsCrossAsOrphans() {
    Walk walk = opposite();
    PortfolioFixture next =
        new PortfolioFixture().pod("c", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, ETH);
    assertCrossed(new Walk(walk, next, TradingMode.PAPER).bar(ETH, 10).close(), "orphan", 100);
  }

  @Test
  void sharesOfADroppedSymbolCrossAsOrphans() {
    Walk walk = opposite();
    PortfolioFixture next =
        new PortfolioFixture()
            .pod("a", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, ETH)
            .pod("b", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, ETH)
            .pod("c", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, ETH);
    assertCrossed(new Walk(walk, next, TradingMode.PAPER).bar(ETH, 10).close(), "orphan", 100);
  }

  @Test
  void whatIsNotForcedKeepsItsShare() {
    Walk walk = opposite();
    PortfolioDecision one = walk.bar(BTC, 110).bar(ETH, 10).stop(0, BTC).close();
    assertThat(one.podFills()).isEmpty();
    assertThat(walk.state.ledger.quantities[0][0]).isCloseTo(3, within(1e-9));
  }

  /** While an order of the symbol waits, nothing crosses; then both have turned. */
  @Test
  void sharesThatTurnCrossToWhatIsWanted() {
    Walk walk = opposite();
    walk.bar(BTC, 100).bar(ETH, 10).target(2, BTC, 0.5).close();
    PortfolioDecision stopped =
        walk.bar(ETH, 10).barOfPod(0, BTC).barOfPod(1, BTC).stop(0, BTC).stop(1, BTC).close();
    assertThat(stopped.podFills()).isEmpty();
    PortfolioDecision turned =
        walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, -0.5).target(1, BTC, 0.5).close();
    assertThat(turned.podFills())
        .filteredOn(PodFillRow::crossed)
        .extracting(PodFillRow::pod)
        .containsExactly("a", "b");
    assertThat(walk.state.ledger.quantities[0][0]).isCloseTo(-1.5, within(1e-9));
    assertThat(walk.state.ledger.quantities[1][0]).isCloseTo(1.5, within(1e-9));
    assertThat(walk.state.ledger.quantities[2][0]).isCloseTo(1.5, within(1e-9));
  }

  @Test
  @Tag("EX7")
  void sharesThatAreKeptDoNotCross() {
    Walk walk = opposite();
    PortfolioFixture next =
        new PortfolioFixture().pod("c", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, ETH);
    next.onRemoval = "hold";
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    assertThat(after.bar(ETH, 10).close().podFills()).isEmpty();
    assertThat(after.state.ledger.quantities[0][0]).isCloseTo(3, within(1e-9));
    assertThat(after.state.shares[0][0].forcedFrom).as("nothing forces it").isZero();
  }

  /** The stop comes while an order of the symbol waits, the removal before it could be followed. */
  @Test
  @Tag("EX7")
  void sharesThatAreKeptDoNotCrossThoughAStopHadForcedThem() {
    Walk walk = opposite();
    walk.bar(BTC, 100).bar(ETH, 10).target(2, BTC, 0.5).close();
    walk.bar(ETH, 10).barOfPod(0, BTC).barOfPod(1, BTC).stop(0, BTC).stop(1, BTC).close();
    assertThat(walk.state.shares[0][0].forcedFrom).isCloseTo(3, within(1e-9));
    PortfolioFixture next =
        new PortfolioFixture().pod("c", 0.3, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC, ETH);
    next.onRemoval = "hold";
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    assertThat(after.bar(BTC, 100).bar(ETH, 10).close().podFills())
        .extracting(PodFillRow::pod)
        .containsExactly("c");
  }

  @Test
  void sharesOfPodsThatRetireCrossAtOnce() {
    Walk walk = opposite();
    walk.state.lives[0].state = LifecycleState.RETIRED;
    walk.state.lives[1].state = LifecycleState.RETIRED;
    assertCrossed(walk.bar(BTC, 110).bar(ETH, 10).close(), "lifecycle", 110);
  }

  /** At noon, when no life ends yet. */
  @Test
  @Tag("RU1")
  void sharesOfRuinedPodsCrossBeforeTheirLivesEnd() {
    Walk walk = opposite();
    PortfolioDecision noon = walk.bar(BTC, 110).bar(ETH, 10).ruin(0).ruin(1).close();
    assertThat(walk.state.isActive(0)).isTrue();
    assertCrossed(noon, "lifecycle", 110);
  }

  /** What is stale is closed at the symbol's own close, for that reason. */
  @Test
  void aSymbolThatIsStaleIsLeftAlone() {
    assertThat(retiredAfterMissing(2).state.ledger.quantities[0][0]).isZero();
    assertThat(retiredAfterMissing(3).state.ledger.quantities[0][0]).isCloseTo(3, within(1e-9));
  }

  @Test
  void aCrossThatWaitsForAnOpenIsLeftAloneWhereNothingIsForced() {
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 1).target(1, BTC, -1).close();
    walk.bar(ETH, 10).close();
    assertThat(walk.state.waiting[0]).isNotNull();
    assertThat(walk.bar(BTC, 104).bar(ETH, 10).close().podFills())
        .extracting(PodFillRow::pod, PodFillRow::price)
        .containsExactly(tuple("a", 104.0), tuple("b", 104.0));
  }

  private Walk retiredAfterMissing(int closes) {
    Walk walk = opposite();
    walk.state.lives[0].state = LifecycleState.RETIRED;
    walk.state.lives[1].state = LifecycleState.RETIRED;
    walk.state.missed[0] = closes;
    DecisionBuilder builder =
        new DecisionBuilder(walk.time, new TradeRows(walk.layout), new Bar[2]);
    ForcedChanges forced = new ForcedChanges(walk.layout, new OrphanPositions(walk.layout));
    new ForcedCrosses(forced, 3).cross(walk.state, builder);
    return walk;
  }

  private static void assertCrossed(PortfolioDecision decision, String cause, double mark) {
    assertThat(decision.podFills())
        .filteredOn(row -> row.symbol().equals(BTC))
        .extracting(PodFillRow::pod, PodFillRow::price, PodFillRow::crossed, PodFillRow::cause)
        .containsExactly(tuple("a", mark, true, cause), tuple("b", mark, true, cause));
    assertThat(decision.podFills())
        .filteredOn(row -> row.symbol().equals(BTC))
        .allMatch(row -> row.fillId().startsWith("mark:"));
  }

  /** a holds 3 BTC, b holds −3, at 100. */
  private Walk opposite() {
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 1).target(1, BTC, -1).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(walk.state.ledger.quantities[0][0]).isCloseTo(3, within(1e-9));
    assertThat(walk.state.ledger.quantities[1][0]).isCloseTo(-3, within(1e-9));
    return walk;
  }
}
