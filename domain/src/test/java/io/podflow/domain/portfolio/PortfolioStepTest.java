package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.market.Timeframe;
import io.podflow.domain.settings.LifecycleState;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class PortfolioStepTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  @Test
  void aDecisionFillsAtTheNextOpenAndIsPaidFromThePodsCash() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC);
    fixture.costBps = 10;
    Walk walk = new Walk(fixture, 1_000);

    PortfolioDecision first = walk.bar(BTC, 90, 100).target(0, BTC, 0.8).close();
    long decided = walk.time;
    assertThat(first.fills()).isEmpty();
    assertThat(first.orders()).isEmpty();
    assertThat(first.targets()).containsExactly(new TargetRow(decided, BTC, 0.4, 0.4, 1, 1, 0.4));

    PortfolioDecision second = walk.bar(BTC, 110, 120).close();
    String order = "main:BTC/USDT:" + Instant.ofEpochMilli(decided) + ":1";
    assertThat(second.orders())
        .containsExactly(new OrderRow(decided, order, BTC, "BUY", 4, 100, "target", "FILLED"));
    FillRow fill = second.fills().get(0);
    assertThat(fill)
        .isEqualTo(new FillRow(walk.time, order + ":f1", order, BTC, "BUY", 4, 110, fill.fee(), 0));
    assertThat(fill.fee()).isCloseTo(0.44, ROUNDING);
    assertThat(second.podFills())
        .containsExactly(
            new PodFillRow(walk.time, order + ":f1", "a", BTC, 4, 110, fill.fee(), false));
    assertThat(second.positions())
        .containsExactly(new PositionRow(walk.time, BTC, 4, 110, 120, 480, 40));
    EquityRow books = second.equity().get(0);
    assertThat(books.cash()).isCloseTo(1_000 - 440 - 0.44, ROUNDING);
    assertThat(books.equity()).isCloseTo(1_000 + 40 - 0.44, ROUNDING);
    assertThat(books.reserve()).isEqualTo(500);
    assertThat(books.fees()).isCloseTo(0.44, ROUNDING);
    assertThat(books.turnover()).isCloseTo(440 / books.equity(), ROUNDING);
    assertThat(books.grossExposure()).isCloseTo(480 / books.equity(), ROUNDING);
    assertThat(second.pods().get(0).capital()).isCloseTo(500 + 40 - 0.44, ROUNDING);
  }

  @Test
  void drawdownIsMeasuredFromTheHighestEquityAndStartsAtTheInitialCapital() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    assertThat(walk.bar(BTC, 100, 90).close().equity().get(0).drawdown()).isCloseTo(0.1, ROUNDING);
  }

  @Test
  void belowTheThresholdNothingIsSentAndAtItSomethingIs() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 1, Timeframe.D1, 0.05, LifecycleState.PRODUCTION, BTC)
            .pod("b", 0, Timeframe.D1, 0.20, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.049).close();
    assertThat(walk.state.waiting[0]).isNull();
    walk.bar(BTC, 100).target(0, BTC, 0.051).close();
    assertThat(walk.state.waiting[0]).isNotNull();
  }

  @Test
  void aCloseToZeroIsSentHoweverSmall() {
    PortfolioFixture fixture =
        new PortfolioFixture().pod("a", 1, Timeframe.D1, 0.05, LifecycleState.PRODUCTION, BTC);
    fixture.minNotional = 60;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.06).close();
    walk.bar(BTC, 100, 10).target(0, BTC, 0).close();
    PortfolioDecision closed = walk.bar(BTC, 10).close();
    assertThat(closed.orders()).extracting(OrderRow::reason).containsExactly("close");
    assertThat(closed.fills()).extracting(FillRow::side).containsExactly("SELL");
    assertThat(closed.positions()).isEmpty();
    assertThat(walk.state.ledger.averagePrices[0]).isZero();
  }

  @Test
  void belowTheMinimumNotionalNothingIsSent() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.minNotional = 60;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.059).close();
    assertThat(walk.state.waiting[0]).isNull();
    walk.bar(BTC, 100).target(0, BTC, 0.061).close();
    assertThat(walk.state.waiting[0]).isNotNull();
  }

  @Test
  void oppositeChangesCrossWhenNothingIsSent() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    fixture.costBps = 10;
    fixture.minNotional = 1_000;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.6).target(1, BTC, -0.4).close();
    String crossId = "main:BTC/USDT:" + Instant.ofEpochMilli(walk.time) + ":x";
    PortfolioDecision crossed = walk.bar(BTC, 110).close();
    assertThat(crossed.orders()).isEmpty();
    assertThat(crossed.fills()).isEmpty();
    assertThat(crossed.positions()).isEmpty();
    assertThat(crossed.podFills())
        .containsExactly(
            new PodFillRow(walk.time, crossId, "a", BTC, 2, 110, 0, true),
            new PodFillRow(walk.time, crossId, "b", BTC, -2, 110, 0, true));
    assertThat(crossed.equity().get(0).equity()).isEqualTo(1_000);
    assertThat(crossed.equity().get(0).turnover()).isZero();
  }

  @Test
  void aTinyCrossAloneIsLeft() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    fixture.minNotional = 1_000;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.6).target(1, BTC, -1.9e-9).close();
    assertThat(walk.state.waiting[0]).isNull();
    walk.bar(BTC, 100).target(1, BTC, -2.1e-9).close();
    assertThat(walk.state.waiting[0]).isNotNull();
  }

  @Test
  void whatIsSentIsSharedInProportionAndTheRestCrosses() {
    PortfolioFixture fixture = new PortfolioFixture();
    fixture.pod("a", 0.5, BTC).pod("b", 0.25, BTC).pod("c", 0.25, BTC);
    fixture.costBps = 100;
    Walk walk = new Walk(fixture, 4_000);
    walk.bar(BTC, 100).target(0, BTC, 0.3).target(1, BTC, 0.2).target(2, BTC, -0.4).close();
    PortfolioDecision filled = walk.bar(BTC, 100).close();
    assertThat(filled.fills()).extracting(FillRow::quantity).containsExactly(4.0);
    assertThat(filled.podFills())
        .extracting(PodFillRow::pod, PodFillRow::quantity, PodFillRow::fee, PodFillRow::crossed)
        .containsExactly(
            tuple("a", 3.0, 3.0, false),
            tuple("b", 1.0, 1.0, false),
            tuple("a", 3.0, 0.0, true),
            tuple("b", 1.0, 0.0, true),
            tuple("c", -4.0, 0.0, true));
  }

  @Test
  void theAveragePriceIsTheFillPriceAfterAFlip() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.5).close();
    walk.bar(BTC, 100).target(0, BTC, -0.5).close();
    PositionRow flipped = walk.bar(BTC, 80, 100).close().positions().get(0);
    assertThat(flipped.quantity()).isCloseTo(-5, ROUNDING);
    assertThat(flipped.averagePrice()).isEqualTo(80);
    assertThat(flipped.unrealizedPnl()).isCloseTo(-100, ROUNDING);
  }

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
    assertThat(stale.podFills()).extracting(PodFillRow::crossed).containsExactly(false, true, true);
    assertThat(stale.positions()).isEmpty();
    assertThat(stale.equity().get(0).fees()).isCloseTo(0.09, ROUNDING);
    PortfolioDecision back = walk.bar(BTC, 95).bar(ETH, 10).close();
    assertThat(back.events())
        .extracting(Event::kind, Event::symbol, Event::severity)
        .containsExactly(tuple(EventKind.DATA, BTC, Severity.INFO));
    assertThat(walk.state.waiting[0]).isNotNull();
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

  @Test
  void aWaitingOrderBlocksASecondUntilItsOpen() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 0.5, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC)
            .pod("b", 0.5, Timeframe.D1, 0, LifecycleState.PRODUCTION, BTC, ETH);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.2).close();
    // Midnight: the 12H bar is missing, so the order of noon still waits.
    PortfolioDecision midnight = walk.bar(ETH, 10).target(1, BTC, 0.4).close();
    assertThat(midnight.targets()).extracting(TargetRow::symbol).containsExactly(ETH);
    PortfolioDecision noon = walk.bar(BTC, 110).close();
    assertThat(noon.fills()).extracting(FillRow::quantity).containsExactly(1.0);
    assertThat(walk.state.waiting[0]).isNotNull();
  }

  @Test
  void ordersThatWaitAtTheEndExpire() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC, ETH), 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, -0.5).close();
    PortfolioDecision end = walk.end();
    assertThat(end.closeTime()).isEqualTo(walk.time);
    assertThat(end.orders())
        .extracting(OrderRow::symbol, OrderRow::side, OrderRow::status)
        .containsExactly(tuple(BTC, "SELL", "EXPIRED"));
    assertThat(end.events())
        .extracting(Event::kind, Event::severity)
        .containsExactly(tuple(EventKind.ORDER, Severity.WARNING));
    assertThat(end.equity()).isEmpty();
    assertThat(walk.end().orders()).isEmpty();
  }

  @Test
  void podsOfDifferentTimeframesShareASymbolOnItsFinestBars() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("slow", 0.5, Timeframe.D1, 0, LifecycleState.PRODUCTION, BTC)
            .pod("fast", 0.5, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.target(0, BTC, 0.4).target(1, BTC, 0.2);
    TargetRow noon = walk.bar(BTC, 100).close().targets().get(0);
    assertThat(noon.netTarget()).as("the slow pod has not spoken").isEqualTo(0.1);
    PortfolioDecision midnight = walk.bar(BTC, 100).close();
    assertThat(midnight.fills()).extracting(FillRow::quantity).containsExactly(1.0);
    assertThat(midnight.targets().get(0).netTarget()).isCloseTo(0.3, ROUNDING);
    PortfolioDecision nextNoon = walk.target(1, BTC, -0.2).bar(BTC, 100).close();
    assertThat(nextNoon.fills()).extracting(FillRow::quantity).containsExactly(2.0);
    assertThat(nextNoon.targets().get(0).netTarget())
        .as("the slow pod's target stands at noon")
        .isCloseTo(0.1, ROUNDING);
    assertThat(nextNoon.targets().get(0).grossPodTarget()).isCloseTo(0.3, ROUNDING);
  }

  @Test
  void standingTargetsCountAgainstTheLeverageLimitButDoNotMove() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC, ETH);
    fixture.maxGrossLeverage = 2;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 1.5).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    PortfolioDecision decided = walk.bar(ETH, 10).target(0, ETH, -2.5).close();
    TargetRow row = decided.targets().get(0);
    assertThat(decided.targets()).hasSize(1);
    assertThat(row.leverageScale()).isCloseTo(2 / 4.0, ROUNDING);
    assertThat(row.target()).isCloseTo(-1.25, ROUNDING);
    assertThat(walk.state.waiting[0]).isNull();
    PositionRow eth = walk.bar(ETH, 10).close().positions().get(1);
    assertThat(eth.value()).isCloseTo(-1_250, ROUNDING);
  }

  @Test
  @Tag("A3")
  void aPodThatStartsRetiredTradesNothingAndTakesNothingFromTheOthers() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 0.25, BTC)
            .pod("gone", 0.5, Timeframe.D1, 0, LifecycleState.RETIRED, BTC, ETH)
            .pod("b", 0.25, BTC);
    fixture.calendarDays = 2;
    fixture.minRebalanceTurnover = 0;
    Walk walk = new Walk(fixture, 1_000);
    Walk without = new Walk(withoutTheRetired(), 1_000);
    for (int day = 0; day < 8; day++) {
      walk.bar(BTC, 100 + day).bar(ETH, 10).target(0, BTC, 0.5).target(2, BTC, -0.1 * day);
      walk.target(1, BTC, 0.7).target(1, ETH, -0.7);
      without.bar(BTC, 100 + day).target(0, BTC, 0.5).target(1, BTC, -0.1 * day);
      PortfolioDecision decision = walk.close();
      PortfolioDecision expected = without.close();
      assertThat(decision.podFills()).noneMatch(row -> row.pod().equals("gone"));
      assertThat(decision.positions()).noneMatch(row -> row.symbol().equals(ETH));
      assertThat(decision.pods().get(1).fraction()).isZero();
      assertThat(decision.pods().get(1).capital()).isZero();
      assertThat(decision.pods().get(1).state()).isEqualTo("RETIRED");
      assertThat(decision.equity()).isEqualTo(expected.equity());
      assertThat(decision.pods().stream().filter(row -> !row.pod().equals("gone")))
          .as("the others keep what they would have without it")
          .isEqualTo(expected.pods());
    }
    assertThat(walk.state.lastRebalanceDay).isNotEqualTo(Long.MIN_VALUE);
  }

  @Test
  @Tag("A3")
  void aPodThatRetiresClosesItsPositionsAndLosesItsFractionAtOnce() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    fixture.calendarDays = 2;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.4).target(1, BTC, 0.2).close();
    walk.bar(BTC, 100).close();
    walk.state.lifecycle[0] = LifecycleState.RETIRED;
    PortfolioDecision retired = walk.bar(BTC, 100).close();
    assertThat(retired.targets()).extracting(TargetRow::netTarget).containsExactly(0.1);
    assertThat(retired.pods()).extracting(PodRow::fraction).containsExactly(0.0, 0.5);
    assertThat(retired.pods()).extracting(PodRow::capital).containsExactly(0.0, 500.0);
    assertThat(retired.equity()).extracting(EquityRow::reserve).containsExactly(500.0);
    assertThat(walk.bar(BTC, 100).close().podFills())
        .extracting(PodFillRow::pod, PodFillRow::quantity)
        .containsExactly(tuple("a", -2.0));
  }

  private static PortfolioFixture withoutTheRetired() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.25, BTC).pod("b", 0.25, BTC);
    fixture.calendarDays = 2;
    fixture.minRebalanceTurnover = 0;
    return fixture;
  }

  @Test
  void usedUpEquityEndsTradingWithACriticalEvent() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 10).target(1, BTC, 1).close();
    PortfolioDecision ruin = walk.bar(BTC, 100, 50).close();
    assertThat(ruin.events())
        .extracting(Event::kind, Event::severity)
        .containsExactly(tuple(EventKind.RISK, Severity.CRITICAL));
    assertThat(ruin.equity().get(0).grossExposure()).isZero();
    PortfolioDecision closed = walk.bar(BTC, 50).close();
    assertThat(closed.orders()).extracting(OrderRow::reason).containsExactly("close");
    assertThat(closed.positions()).isEmpty();
    assertThat(closed.events()).isEmpty();
    PortfolioDecision after = walk.bar(BTC, 50).close();
    assertThat(after.fills()).isEmpty();
    assertThat(after.targets().get(0).target()).isZero();
  }

  @Test
  void aStateOfAnotherRosterIsRefused() {
    PortfolioState state = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1).state;
    Walk other = new Walk(new PortfolioFixture().pod("b", 1, BTC), 1);
    other.state = state;
    assertThatThrownBy(other::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("portfolio state has pods [a]")
        .hasMessageContaining("[b]");
    Walk symbols = new Walk(new PortfolioFixture().pod("a", 1, ETH), 1);
    symbols.state = state;
    assertThatThrownBy(symbols::close)
        .hasMessageContaining("symbols [BTC/USDT]")
        .hasMessageContaining("[ETH/USDT]");
  }
}
