package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Symbols whose bars stop, and come back (decisions FP13, FP19). */
@Tag("L7")
class StaleSymbolsTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  @Test
  void aStaleSymbolIsClosedAtItsLastCloseAtTheStepThatMakesItStale() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 0.5, Timeframe.D1, 0.05, LifecycleState.PRODUCTION, BTC, ETH)
            .pod("b", 0.5, Timeframe.D1, 0.05, LifecycleState.PRODUCTION, BTC);
    fixture.costBps = 10;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 0.4).target(1, BTC, -0.2).close();
    walk.bar(BTC, 100, 90).bar(ETH, 10).close();
    walk.bar(ETH, 10).close();
    assertThat(walk.bar(ETH, 10).close().events()).isEmpty();
    PortfolioDecision stale = walk.bar(ETH, 10).close();
    assertThat(stale.events())
        .extracting(Event::kind, Event::symbol, Event::severity)
        .containsExactly(tuple(EventKind.DATA, BTC, Severity.WARNING));
    // The small cross that waited since the second close has no order and leaves no trace.
    assertThat(stale.orders())
        .extracting(OrderRow::time, OrderRow::reason, OrderRow::status)
        .containsExactly(tuple(walk.time, "stale", "FILLED"));
    FillRow fill = stale.fills().get(0);
    assertThat(fill.time()).isEqualTo(walk.time);
    assertThat(fill.price()).isEqualTo(90);
    assertThat(fill.quantity()).isCloseTo(1, ROUNDING);
    assertThat(fill.fee()).isCloseTo(0.09, ROUNDING);
    assertThat(stale.podFills()).extracting(PodFillRow::crossed).containsExactly(true, true, false);
    assertThat(stale.positions()).isEmpty();
    assertThat(stale.equity().get(0).fees()).isCloseTo(0.09, ROUNDING);
    PortfolioDecision back = walk.bar(BTC, 95).bar(ETH, 10).close();
    assertThat(back.events())
        .extracting(Event::kind, Event::symbol, Event::severity)
        .containsExactly(tuple(EventKind.DATA, BTC, Severity.INFO));
    assertThat(walk.state.waiting[0]).isNotNull();
  }

  @Test
  void aSymbolGoesStaleOnceAlsoWhenOthersCloseMoreOften() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("slow", 0.5, BTC)
            .pod("fast", 0.5, Timeframe.H12, 0, LifecycleState.PRODUCTION, ETH);
    Walk walk = new Walk(fixture, 1_000);
    walk.close();
    walk.bar(BTC, 100).close();
    for (int i = 0; i < 5; i++) {
      assertThat(walk.close().events()).noneMatch(event -> event.symbol().equals(BTC));
    }
    assertThat(walk.close().events()).extracting(Event::symbol).containsExactly(BTC);
    assertThat(walk.close().events()).isEmpty();
    assertThat(walk.close().events()).isEmpty();
  }

  @Test
  void aStaleSymbolIsNotTradedAndItsStandingTargetIsZero() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("slow", 1, BTC, ETH)
            .pod("fast", 0, Timeframe.H6, 0, LifecycleState.PRODUCTION, BTC);
    fixture.maxGrossLeverage = 1.0;
    Walk walk = new Walk(fixture, 1_000);
    walk.close();
    walk.close();
    walk.close();
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 1).close();
    walk.close();
    walk.close();
    assertThat(walk.close().events()).extracting(Event::symbol).contains(BTC);
    walk.bar(ETH, 10).barOfPod(0, BTC).target(0, ETH, 1);
    PortfolioDecision midnight = walk.close();
    assertThat(midnight.targets())
        .extracting(TargetRow::symbol, TargetRow::leverageScale)
        .containsExactly(tuple(ETH, 1.0));
    assertThat(walk.state.waiting[0]).isNull();
  }

  @Test
  void theOrderOfASymbolThatGoesStaleExpires() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.5).close();
    long decided = walk.time;
    walk.close();
    walk.close();
    PortfolioDecision stale = walk.close();
    assertThat(stale.orders())
        .extracting(OrderRow::time, OrderRow::quantity, OrderRow::status)
        .containsExactly(tuple(decided, 5.0, "EXPIRED"));
    assertThat(stale.events())
        .extracting(Event::kind)
        .containsExactly(EventKind.DATA, EventKind.ORDER);
    assertThat(stale.fills()).isEmpty();
    assertThat(walk.end().orders()).isEmpty();
  }

  /** The stop comes without an open to follow it at; the bars stop before there is one. */
  @Test
  @Tag("TR2")
  void aStopOfBeforeForcesNothingOnceTheSymbolIsBack() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC, ETH), 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 0.5).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    walk.bar(ETH, 10).barOfPod(0, BTC).stop(0, BTC).close();
    assertThat(walk.state.shares[0][0].forcedFrom).isCloseTo(5, ROUNDING);
    walk.bar(ETH, 10).close();
    assertThat(walk.bar(ETH, 10).close().fills()).extracting(FillRow::symbol).containsExactly(BTC);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, -0.5).close();
    assertThat(walk.bar(BTC, 100).bar(ETH, 10).close().orders())
        .extracting(OrderRow::side, OrderRow::forced)
        .containsExactly(tuple("SELL", false));
  }

  /** The cost of a stale close is booked after ruin is judged. */
  @ParameterizedTest
  @ValueSource(doubles = {100, 90, 60})
  @Tag("RU1")
  void whereItsCostTakesTheLastOfEquityNothingMoreIsOrdered(double last) {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC, ETH);
    fixture.costBps = 5_000;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 1).close();
    walk.bar(BTC, 100, last).bar(ETH, 10).target(0, BTC, 0).close();
    walk.bar(ETH, 10).close();
    walk.bar(ETH, 10).close();
    PortfolioDecision stale = walk.target(0, ETH, 0.5).bar(ETH, 10).close();

    assertThat(walk.state.ledger.equity()).isNotPositive();
    assertThat(stale.targets()).allMatch(row -> row.target() == 0);
    assertThat(walk.state.waiting).containsOnlyNulls();
    PortfolioDecision next = walk.bar(ETH, 10).close();
    assertThat(next.fills()).isEmpty();
    assertThat(next.equity().get(0).equity()).isFinite().isNotPositive();
    assertThat(walk.state.ruined).isTrue();
  }
}
