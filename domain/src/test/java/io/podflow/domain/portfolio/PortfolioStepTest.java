package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.LifecycleState;
import java.time.Instant;
import java.util.List;
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
    assertThat(first.targets())
        .containsExactly(new TargetRow(decided, BTC, 0.4, 0.4, 1, 1, 1, Double.NaN, 0.4, "signal"));

    PortfolioDecision second = walk.bar(BTC, 110, 120).close();
    String order = "main:BTC/USDT:" + Instant.ofEpochMilli(decided) + ":1";
    assertThat(second.orders())
        .containsExactly(
            new OrderRow(
                decided, order, BTC, "BUY", 4, 100, "signal", "FILLED", false, 0, 440.0 / 120));
    FillRow fill = second.fills().get(0);
    assertThat(fill)
        .isEqualTo(new FillRow(walk.time, order + ":f1", order, BTC, "BUY", 4, 110, fill.fee(), 0));
    assertThat(fill.fee()).isCloseTo(0.44, ROUNDING);
    assertThat(second.podFills())
        .containsExactly(
            new PodFillRow(
                walk.time, order + ":f1", "a", BTC, 4, 110, fill.fee(), false, "signal"));
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
  void aWaitingOrderBlocksASecondUntilItsOpen() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 0.5, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC)
            .pod("b", 0.5, Timeframe.D1, 0, LifecycleState.PRODUCTION, BTC, ETH);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.2).close();
    // Midnight: the day has a bar but its second half has none, so the order of noon still waits.
    walk.bar(ETH, 10).barOfPod(1, BTC).target(1, BTC, 0.4);
    PortfolioDecision midnight = walk.close();
    assertThat(midnight.targets())
        .extracting(TargetRow::symbol)
        .as("what waits is netted like any other (TR4)")
        .containsExactly(BTC, ETH);
    assertThat(midnight.unsent())
        .extracting(UnsentRow::symbol, UnsentRow::rule, UnsentRow::onItsWay, UnsentRow::limit)
        .containsExactly(tuple(BTC, "waiting", 1.0, 1.0));
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
    fixture.maxGrossLeverage = 2.0;
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
  void aPodThatLostMoreThanItsCapitalIsClosedAndNotTurnedRound() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, ETH), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 10).close();
    PortfolioDecision lost = walk.bar(BTC, 100, 85).close();
    assertThat(lost.pods().get(0).capital()).isCloseTo(-250, ROUNDING);
    assertThat(lost.targets().get(0).target()).isZero();
    assertThat(walk.bar(BTC, 85).close().positions()).isEmpty();
  }

  @Test
  void aSymbolWithoutAPriceIsNotTraded() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("slow", 0.5, BTC)
            .pod("fast", 0.5, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.close();
    assertThat(walk.barOfPod(0, BTC).target(0, BTC, 1).close().targets()).isEmpty();
  }

  @Test
  void beforeAnyPodHasEndedADayThereAreOnlyBooks() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC), 1_000);
    long midnight = walk.layout.nextClose(walk.time);
    PortfolioDecision quiet =
        walk.step.onClose(walk.state, midnight, new Bar[1], new PodDecision[1], List.of());
    assertThat(quiet.pods()).isEmpty();
    assertThat(quiet.allocations()).isEmpty();
    assertThat(quiet.equity()).hasSize(1);
  }

  @Test
  void aStateOfAnotherLayoutIsRefused() {
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
