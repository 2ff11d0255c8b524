package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.domain.execution.Crossing;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.execution.Why;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a ruined portfolio with an exchange side has open, and what becomes of it. */
@Tag("RU1")
class RuinOrdersTest {

  private static final String BTC = "BTC/USDT";
  private static final OrderCommand.Kind CANCEL = OrderCommand.Kind.CANCEL;

  /** Two pods hold 12 and 8 BTC by debts that leave nothing at a price of 40. */
  private static Walk holding() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    Walk walk = new Walk(fixture.layout(), 1_000, TradingMode.EXTERNAL);
    walk.bar(BTC, 100).close();
    walk.state.ledger.quantities[0][0] = 12;
    walk.state.ledger.quantities[1][0] = 8;
    walk.state.ledger.podCash[0] = -500;
    walk.state.ledger.podCash[1] = -500;
    walk.state.ledger.averagePrices[0] = 100;
    return walk;
  }

  /** The closing order of all was sent at the close that ruined. */
  private static Walk closing() {
    Walk walk = holding();
    walk.bar(BTC, 40).close();
    assertThat(walk.state.waiting[0]).isNotNull();
    return walk;
  }

  private static Walk ruinedWithAnOrder(double... changes) {
    Walk walk = holding();
    walk.state.ruined = true;
    Why why = Why.all(Cause.RISK, 2);
    walk.state.waiting[0] = Trade.whole(0, walk.time, why, 100, changes, Crossing.of(changes));
    return walk;
  }

  @Test
  void anOrderThatClosesAllStaysOpenWhileNobodyCanTradeTheSymbol() {
    assertThat(closing().close().commands()).isEmpty();
  }

  @Test
  void anOrderThatClosesOnePodsShareAloneIsTakenBackAtOnce() {
    assertThat(ruinedWithAnOrder(-12, -4).close().commands())
        .extracting(OrderCommand::kind)
        .containsExactly(CANCEL);
    assertThat(ruinedWithAnOrder(-6, -8).close().commands())
        .extracting(OrderCommand::kind)
        .containsExactly(CANCEL);
  }

  @Test
  void aClosingOrderIsTakenBackWhenItsTimeIsOver() {
    assertThat(closing().bar(BTC, 40).close().commands())
        .extracting(OrderCommand::kind)
        .containsExactly(CANCEL);
    Walk walk = closing();
    assertThat(walk.tick(Duration.ofSeconds(59)).commands()).isEmpty();
    assertThat(walk.tick(Duration.ofSeconds(60)).commands())
        .extracting(OrderCommand::kind)
        .containsExactly(CANCEL);
  }

  @Test
  void aClosingOrderThatWasSentLaterIsNotOwedAnyMore() {
    Walk walk = holding();
    walk.state.exchange.takesOrders = false;
    walk.bar(BTC, 40).close();
    assertThat(walk.state.exchange.isUnfinished(0)).isTrue();
    walk.state.exchange.takesOrders = true;
    assertThat(walk.tick(Duration.ofSeconds(30)).commands())
        .extracting(OrderCommand::kind, OrderCommand::quantity)
        .containsExactly(tuple(OrderCommand.Kind.SEND, -20.0));
    assertThat(walk.state.exchange.isUnfinished(0)).isFalse();
  }

  @Test
  void theReasonAndWhatFollowsAreSaid() {
    assertThat(told(holding().bar(BTC, 40).close()))
        .isEqualTo(
            "ruined: equity is used up, -200.0;"
                + " closing orders are sent, and trading is halted for good");
    assertThat(told(holding().bar(BTC, 50).close())).startsWith("ruined: equity is used up, 0.0;");
    Walk paper = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    paper.bar(BTC, 100).target(0, BTC, 5).close();
    paper.bar(BTC, 100).close();
    assertThat(told(paper.bar(BTC, 80.05).close()))
        .contains("is no more than maintenance_margin of positions of ")
        .endsWith("; all positions are closed at the marks, and trading ends");
  }

  @Test
  @Tag("TR5")
  void ofARuinedPortfolioNothingIsFollowed() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.liquidationCostBps = 0;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 5).close();
    walk.bar(BTC, 100).close();
    EquityRow ruined = walk.bar(BTC, 80.05).close().equity().get(0);
    assertThat(ruined.equity()).isPositive();
    assertThat(ruined.wantedGross()).isZero();
    assertThat(ruined.trackingGap()).isZero();
  }

  private static String told(PortfolioDecision decision) {
    return decision.events().stream()
        .filter(event -> event.kind() == EventKind.RUIN)
        .map(Event::message)
        .findFirst()
        .orElseThrow();
  }
}
