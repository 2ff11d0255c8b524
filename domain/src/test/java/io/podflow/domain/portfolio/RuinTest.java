package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.Crossing;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.execution.Why;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.RetirementSettings;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a portfolio whose equity is used up, and of its pods. */
@Tag("RU1")
class RuinTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  private static List<Event> ruins(PortfolioDecision decision) {
    return decision.events().stream().filter(e -> e.kind() == EventKind.RUIN).toList();
  }

  private static EquityRow books(PortfolioDecision decision) {
    return decision.equity().get(0);
  }

  @Test
  void everythingIsClosedAtTheMarkAtTheCloseThatRuins() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    fixture.calendarDays = 1;
    fixture.minRebalanceTurnover = 0;
    fixture.costBps = 1;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 10).target(1, BTC, 1).close();
    PortfolioDecision ruin = walk.bar(BTC, 100, 50).close();
    assertThat(ruins(ruin))
        .extracting(Event::pod, Event::severity)
        .containsExactly(tuple("", Severity.CRITICAL));
    assertThat(ruin.orders())
        .extracting(OrderRow::reason, OrderRow::status, OrderRow::side)
        .contains(tuple("risk", "FILLED", "SELL"));
    FillRow fill = ruin.fills().get(ruin.fills().size() - 1);
    assertThat(fill.price()).isEqualTo(50);
    assertThat(fill.fee()).isCloseTo(fill.quantity() * 50 * 0.005, ROUNDING);
    assertThat(fill.slippageCost()).isZero();
    assertThat(ruin.positions()).isEmpty();
    assertThat(ruin.targets()).isEmpty();
    assertThat(ruin.allocations()).isEmpty();
    assertThat(books(ruin).debt()).isEqualTo(-books(ruin).equity()).isPositive();
    assertThat(books(ruin).drawdown()).isEqualTo(1);
    assertThat(books(ruin).grossExposure()).isZero();
  }

  @Test
  void afterwardsOnlyEquityPodsAndTheirAccountsGoOn() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    fixture.calendarDays = 1;
    fixture.minRebalanceTurnover = 0;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 10).target(1, BTC, 1).close();
    double left = books(walk.bar(BTC, 100, 50).close()).equity();
    for (int day = 0; day < 6; day++) {
      PortfolioDecision after = day < 3 ? walk.bar(BTC, 50 + 40 * day).close() : walk.close();
      assertThat(books(after).equity()).isEqualTo(left);
      assertThat(after.pods()).hasSize(2);
      assertThat(after.targets()).isEmpty();
      assertThat(after.orders()).isEmpty();
      assertThat(after.fills()).isEmpty();
      assertThat(after.podFills()).isEmpty();
      assertThat(after.allocations()).isEmpty();
      assertThat(ruins(after)).isEmpty();
    }
    assertThat(walk.end().orders()).isEmpty();
  }

  @Test
  void oppositeSharesCrossAtTheMarkForNothingAndTheRestIsOneOrder() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 9).target(1, BTC, -3).close();
    PortfolioDecision ruin = walk.bar(BTC, 100, 64).close();
    List<PodFillRow> crosses =
        ruin.podFills().stream().filter(row -> row.fillId().startsWith("mark:")).toList();
    assertThat(crosses)
        .extracting(PodFillRow::pod, PodFillRow::price, PodFillRow::fee, PodFillRow::crossed)
        .containsExactly(tuple("a", 64.0, 0.0, true), tuple("b", 64.0, 0.0, true));
    assertThat(crosses.get(0).quantity()).isCloseTo(-15, ROUNDING);
    assertThat(crosses.get(1).quantity()).isCloseTo(15, ROUNDING);
    FillRow order = ruin.fills().get(ruin.fills().size() - 1);
    assertThat(order.quantity()).isCloseTo(30, ROUNDING);
    assertThat(ruin.pods().stream().mapToDouble(PodRow::capital).sum())
        .isCloseTo(books(ruin).equity() - books(ruin).reserve(), ROUNDING);
    assertThat(walk.state.ledger.quantities[0][0]).isZero();
    assertThat(walk.state.ledger.quantities[1][0]).isZero();
  }

  @Test
  void equityOfExactlyNothingIsRuinWithoutDebt() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.liquidationCostBps = 0;
    fixture.maintenanceMargin = 0;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 2).close();
    PortfolioDecision ruin = walk.bar(BTC, 100, 50).close();
    assertThat(ruins(ruin)).hasSize(1);
    assertThat(books(ruin).equity()).isZero();
    assertThat(books(ruin).debt()).isZero();
    assertThat(Double.doubleToRawLongBits(books(ruin).debt())).as("no minus").isZero();
    assertThat(books(ruin).drawdown()).isEqualTo(1);
  }

  @Test
  void aMarginThatIsNoMoreThanRequiredIsRuinThoughSomethingIsLeft() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.maintenanceMargin = 0.1;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 2).close();
    Walk other = new Walk(fixture, 1_000);
    other.bar(BTC, 100).target(0, BTC, 2).close();
    assertThat(ruins(other.bar(BTC, 100, 56).close())).as("120 of 1,120").isEmpty();
    PortfolioDecision ruin = walk.bar(BTC, 100, 55.5).close();
    assertThat(ruins(ruin)).as("110 of 1,110").hasSize(1);
    assertThat(ruins(ruin).get(0).message()).contains("maintenance_margin");
    assertThat(books(ruin).equity()).isCloseTo(110 - 5.55, ROUNDING);
    assertThat(books(ruin).debt()).isZero();
    assertThat(books(ruin).drawdown()).isLessThan(1);
    assertThat(ruin.positions()).isEmpty();
  }

  @Test
  void waitingOrdersExpire() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC, ETH);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 5).close();
    walk.bar(BTC, 100).bar(ETH, 10).target(0, ETH, 1).close();
    PortfolioDecision ruin = walk.bar(BTC, 100, 70).close();
    assertThat(ruin.orders())
        .extracting(OrderRow::symbol, OrderRow::status)
        .containsExactlyInAnyOrder(tuple(ETH, "EXPIRED"), tuple(BTC, "FILLED"));
    assertThat(walk.bar(ETH, 10).close().fills()).isEmpty();
  }

  @Test
  void aPortfolioCanBeRuinedAtItsFirstClose() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    walk.state.ledger.podCash[0] = -5;
    PortfolioDecision first = walk.bar(BTC, 100).target(0, BTC, 1).close();
    assertThat(ruins(first)).hasSize(1);
    assertThat(first.orders()).isEmpty();
    assertThat(first.targets()).isEmpty();
    assertThat(books(first).debt()).isEqualTo(5);
  }

  @Test
  void fundingCountsBeforeTheJudgement() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.fundingBps = 4_000;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    assertThat(ruins(walk.bar(BTC, 100).close())).as("three payments of 40 %").hasSize(1);
  }

  @Test
  void aRuinedPodIsRetiredAtTheEndOfTheDayAndNamedSo() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, ETH), 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 0.5).target(1, ETH, 0.5).close();
    PortfolioDecision ruin =
        walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 0).dailyReturn(0, -1).close();
    assertThat(ruin.events())
        .filteredOn(event -> event.kind() == EventKind.LIFECYCLE)
        .extracting(Event::pod, Event::toState, Event::message)
        .contains(tuple("a", "RETIRED", "ruined"));
    assertThat(ruin.pods()).extracting(PodRow::state).containsExactly("RETIRED", "PRODUCTION");
    PortfolioDecision next = walk.bar(BTC, 100).bar(ETH, 10).dailyReturn(0, 0).close();
    assertThat(walk.state.ledger.quantities[0][0]).isZero();
    assertThat(next.positions()).hasSize(1);
    assertThat(ruins(next)).as("the portfolio goes on").isEmpty();
  }

  @Test
  void aPodInAnyStateIsRetiredByRuin() {
    for (LifecycleState state : LifecycleState.values()) {
      PortfolioFixture fixture = new PortfolioFixture();
      fixture.retirement = new RetirementSettings(1, 1_000, -100, 1_000);
      fixture.pod("a", 0.5, Timeframe.D1, 0, state, BTC);
      Walk walk = new Walk(fixture, 1_000);
      walk.bar(BTC, 100).close();
      PortfolioDecision ruin = walk.bar(BTC, 100).dailyReturn(0, -1).close();
      assertThat(ruin.pods()).extracting(PodRow::state).containsExactly("RETIRED");
    }
  }

  @Test
  void aPodThatHasLostItsCapitalHasShareZeroAndAWarningOnce() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, ETH), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 10).close();
    PortfolioDecision lost = walk.bar(BTC, 100, 85).close();
    assertThat(lost.events())
        .filteredOn(event -> event.severity() == Severity.WARNING)
        .extracting(Event::kind, Event::pod)
        .contains(tuple(EventKind.RISK, "a"));
    assertThat(walk.state.spent).containsExactly(true, false);
    assertThat(lost.targets().get(0).target()).isZero();
    assertThat(ruins(lost)).isEmpty();
    PortfolioDecision next = walk.bar(BTC, 85).close();
    assertThat(next.events()).filteredOn(event -> event.message().contains("used up")).isEmpty();
  }

  @Test
  @Tag("TR5")
  void nothingIsMissedOfWhatARuinedPortfolioWanted() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 5).close();
    walk.bar(BTC, 100).close();
    PortfolioDecision ruin = walk.bar(BTC, 80.05).close();
    assertThat(ruins(ruin)).hasSize(1);
    assertThat(ruin.equity().get(0).trackingGap()).isZero();
    assertThat(ruin.equity().get(0).wantedGross()).isZero();
    assertThat(walk.bar(BTC, 80).close().equity().get(0).trackingGap()).isZero();
  }

  @Test
  @Tag("TR2")
  void liveSendsNoClosingOrderToAnExchangeSideThatTakesNoneAndSendsItLater() {
    Walk walk = holdingWithAnExchange();
    walk.state.exchange.takesOrders = false;
    PortfolioDecision ruin = walk.bar(BTC, 40).bar(ETH, 10).close();
    assertThat(ruins(ruin)).hasSize(1);
    assertThat(ruin.commands()).isEmpty();
    assertThat(walk.state.waiting[0]).isNull();
    assertThat(walk.tick(Duration.ofSeconds(30)).commands()).isEmpty();
    walk.state.exchange.takesOrders = true;
    assertThat(walk.tick(Duration.ofSeconds(60)).commands())
        .extracting(OrderCommand::symbol, OrderCommand::quantity)
        .containsExactly(tuple(BTC, -20.0));
  }

  @Test
  void anOrderOfTheDefenceThatLeavesSomethingIsTakenBackForTheOneThatClosesAll() {
    Walk walk = holdingWithAnExchange();
    double[] half = {-10};
    walk.state.waiting[0] =
        Trade.whole(0, walk.time, Why.all(Cause.RISK, 1), 100, half, Crossing.of(half));
    PortfolioDecision ruin = walk.bar(BTC, 40).bar(ETH, 10).close();
    assertThat(ruin.commands())
        .extracting(OrderCommand::kind)
        .containsExactly(OrderCommand.Kind.CANCEL);
  }

  private static Walk holdingWithAnExchange() {
    Walk walk =
        new Walk(
            new PortfolioFixture().pod("a", 1, BTC, ETH).layout(), 1_000, TradingMode.EXTERNAL);
    walk.bar(BTC, 100).bar(ETH, 10).close();
    walk.state.ledger.quantities[0][0] = 20;
    walk.state.ledger.podCash[0] = -1_000;
    walk.state.ledger.averagePrices[0] = 100;
    return walk;
  }

  @Test
  void liveSendsClosingOrdersAndBooksNothingThatWasNotTold() {
    Walk walk = holdingWithAnExchange();
    PortfolioDecision ruin = walk.bar(BTC, 40).bar(ETH, 10).target(0, ETH, 1).close();
    assertThat(ruins(ruin)).extracting(Event::severity).containsExactly(Severity.CRITICAL);
    assertThat(ruin.fills()).isEmpty();
    assertThat(ruin.positions()).as("what the exchange side holds").hasSize(1);
    assertThat(ruin.targets()).isEmpty();
    assertThat(ruin.commands())
        .extracting(
            OrderCommand::kind,
            OrderCommand::symbol,
            OrderCommand::quantity,
            OrderCommand::reduceOnly,
            OrderCommand::reason)
        .containsExactly(tuple(OrderCommand.Kind.SEND, BTC, -20.0, true, "risk"));
    PortfolioDecision next = walk.bar(BTC, 400).bar(ETH, 10).close();
    assertThat(next.commands()).as("one at a time").noneMatch(c -> c.symbol().equals(ETH));
    assertThat(next.events()).noneMatch(event -> event.kind() == EventKind.RUIN);
    assertThat(walk.tick(Duration.ofSeconds(30)).targets()).isEmpty();
  }
}
