package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ExchangeReport.Kind;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the portfolio makes of an exchange that fills in parts, refuses, or is away. */
class ExchangeBrokerTest {

  private static final String BTC = "BTC/USDT";

  private final Walk walk =
      new Walk(
          new PortfolioFixture().pod("a", 0.6, BTC).pod("b", 0.4, BTC).layout(),
          1_000,
          TradingMode.EXTERNAL);
  private long sequence;

  @Test
  @Tag("E4")
  void theRestOfAPartialFillIsDecidedAnewAndNeverPassesZero() {
    buyTen();
    OrderCommand close = sent(walk.bar(BTC, 100).target(0, BTC, 0).target(1, BTC, 0).close());
    assertThat(close.quantity()).isCloseTo(-10, within(1e-9));
    assertThat(close.reduceOnly()).isTrue();

    fill(close, -3, 100).ended(Kind.EXPIRED, close);
    PortfolioDecision partly = walk.bar(BTC, 100).close();
    OrderCommand rest = sent(partly);
    assertThat(partly.orders())
        .extracting(OrderRow::quantity, OrderRow::status)
        .containsExactly(tuple(close.quantity() * -1, "EXPIRED"));
    assertThat(rest.orderId()).isNotEqualTo(close.orderId());
    assertThat(rest.quantity()).isCloseTo(-7, within(1e-9));
    assertThat(walk.state.ledger.quantity(0)).isCloseTo(7, within(1e-9));

    fill(rest, rest.quantity(), 100);
    PortfolioDecision flat = walk.bar(BTC, 100).close();
    assertThat(walk.state.ledger.quantity(0)).isZero();
    assertThat(flat.commands()).isEmpty();
    assertThat(flat.positions()).isEmpty();
  }

  @Test
  @Tag("E4")
  void aPartIsSharedAmongThePodsAsTheOrderIs() {
    OrderCommand order = sent(walk.bar(BTC, 100).target(0, BTC, 1).target(1, BTC, 1).close());
    fill(order, 4, 100);
    PortfolioDecision first = walk.bar(BTC, 100).close();
    assertThat(first.podFills())
        .extracting(PodFillRow::pod, row -> Math.round(row.quantity() * 1e9) / 1e9)
        .containsExactly(tuple("a", 2.4), tuple("b", 1.6));
    assertThat(first.orders()).as("still open").isEmpty();
    assertThat(first.commands())
        .as("taken back, since its bar is over")
        .extracting(OrderCommand::kind, OrderCommand::orderId)
        .containsExactly(tuple(OrderCommand.Kind.CANCEL, order.orderId()));
    fill(order, 6, 110);
    PortfolioDecision second = walk.bar(BTC, 100).close();
    assertThat(second.orders()).extracting(OrderRow::status).containsExactly("FILLED");
    assertThat(walk.state.ledger.position(0).averagePrice()).isCloseTo(106, within(1e-9));
  }

  @Test
  @Tag("E3")
  void aCloseThatTheExchangeMissedSendsNothingAndTheNextOneDoes() {
    walk.report(ExchangeReport.heartbeat(walk.time, ++sequence, false));
    PortfolioDecision away = walk.bar(BTC, 100).target(0, BTC, 1).close();
    assertThat(away.commands()).isEmpty();
    assertThat(away.targets()).as("decided all the same").hasSize(1);
    assertThat(ofOrders(away))
        .extracting(Event::severity, Event::message)
        .containsExactly(
            tuple(
                Severity.WARNING,
                "an order is not sent: the exchange side takes none at this close"));
    walk.report(ExchangeReport.heartbeat(walk.time, ++sequence, true));
    assertThat(sent(walk.bar(BTC, 100).close()).quantity()).isCloseTo(6, within(1e-9));
  }

  @Test
  @Tag("L7")
  void rejectedOrdersAreTriedAgainAtGrowingDistance() {
    walk.target(0, BTC, 1);
    StringBuilder closes = new StringBuilder();
    for (int close = 0; close < 20; close++) {
      PortfolioDecision decision = walk.bar(BTC, 100).close();
      closes.append(decision.commands().isEmpty() ? '.' : 'S');
      decision.commands().forEach(order -> ended(Kind.REJECTED, order));
    }
    assertThat(closes).hasToString("SS.S...S.......S....");
    walk.bar(BTC, 100).close();
    assertThat(walk.state.exchange.failures[0]).isEqualTo(5);
  }

  @Test
  @Tag("L7")
  void afterThreeFailuresSomebodyShouldLook() {
    walk.target(0, BTC, 1);
    for (int close = 0; close < 5; close++) {
      PortfolioDecision decision = walk.bar(BTC, 100).close();
      List<Severity> severities =
          decision.events().stream()
              .filter(event -> event.message().contains("REJECTED"))
              .map(Event::severity)
              .toList();
      Severity expected = close < 4 ? Severity.WARNING : Severity.CRITICAL;
      assertThat(severities).allMatch(severity -> severity == expected);
      decision.commands().forEach(order -> ended(Kind.REJECTED, order));
    }
  }

  @Test
  @Tag("L7")
  void aFillOfAnUnknownOrderIsToldAndNotBooked() {
    walk.report(ExchangeReport.fill(walk.time, 1, "somebody:else", "f", 5, 100, 0, 0));
    PortfolioDecision decision = walk.bar(BTC, 100).close();
    assertThat(decision.fills()).isEmpty();
    assertThat(ofOrders(decision)).extracting(Event::severity).containsExactly(Severity.CRITICAL);
  }

  @Test
  @Tag("L7")
  void aFillThatComesAfterTheEndOfItsOrderIsBooked() {
    OrderCommand order = sent(walk.bar(BTC, 100).target(0, BTC, 1).close());
    ended(Kind.CANCELLED, order);
    walk.bar(BTC, 100).target(0, BTC, 0).close();
    fill(order, 2, 100);
    PortfolioDecision late = walk.bar(BTC, 100).close();
    assertThat(late.fills()).hasSize(1);
    assertThat(ofOrders(late)).extracting(Event::severity).containsExactly(Severity.CRITICAL);
    assertThat(sent(late).quantity()).as("and closed again").isCloseTo(-2, within(1e-9));
  }

  /** With the end of the order after it, or long after that. */
  @Test
  @Tag("L7")
  void aFillOfAnOrderBeforeTheLastIsBookedToo() {
    OrderCommand first = sent(walk.bar(BTC, 100).target(0, BTC, 1).close());
    ended(Kind.EXPIRED, first);
    OrderCommand second = sent(walk.bar(BTC, 100).close());
    fill(first, 1, 100).ended(Kind.EXPIRED, second);
    PortfolioDecision late = walk.bar(BTC, 100).close();
    assertThat(late.fills()).extracting(FillRow::orderId).containsExactly(first.orderId());
    OrderCommand third = sent(late);
    fill(third, third.quantity(), 100);
    walk.bar(BTC, 100).close();
    fill(first, 2, 100);
    walk.bar(BTC, 100).target(0, BTC, 0).close();
    assertThat(walk.state.ledger.quantity(0)).isCloseTo(8, within(1e-9));
  }

  @Test
  @Tag("L7")
  void onlySoManyUnfilledOrdersAreRemembered() {
    walk.target(0, BTC, 1);
    for (int close = 0; close < 4_000; close++) {
      walk.bar(BTC, 100).close().commands().forEach(order -> ended(Kind.REJECTED, order));
    }
    assertThat(walk.state.exchange.unfilled).hasSize(128);
    assertThat(walk.state.exchange.unfilled[127].decidedAt())
        .isGreaterThan(walk.state.exchange.unfilled[0].decidedAt());
  }

  @Test
  @Tag("L7")
  void inShadowTargetsAreDecidedAndNothingIsTraded() {
    Walk shadow =
        new Walk(new PortfolioFixture().pod("a", 0.6, BTC).layout(), 1_000, TradingMode.SHADOW);
    shadow.bar(BTC, 100).target(0, BTC, 1).close();
    PortfolioDecision decision = shadow.bar(BTC, 120).close();
    assertThat(decision.targets()).hasSize(1);
    assertThat(decision.orders()).isEmpty();
    assertThat(decision.commands()).isEmpty();
    assertThat(decision.equity().get(0).equity()).isEqualTo(1_000);
  }

  private void buyTen() {
    OrderCommand order = sent(walk.bar(BTC, 100).target(0, BTC, 1).target(1, BTC, 1).close());
    fill(order, order.quantity(), 100);
    walk.bar(BTC, 100).close();
    assertThat(walk.state.ledger.quantity(0)).isCloseTo(10, within(1e-9));
  }

  private ExchangeBrokerTest fill(OrderCommand order, double quantity, double price) {
    sequence++;
    walk.report(
        ExchangeReport.fill(
            order.time() + 1, sequence, order.orderId(), "f" + sequence, quantity, price, 0, 0));
    return this;
  }

  private void ended(Kind kind, OrderCommand order) {
    walk.report(
        ExchangeReport.ended(kind, order.time() + 1, ++sequence, order.orderId(), "as told"));
  }

  private static List<Event> ofOrders(PortfolioDecision decision) {
    return decision.events().stream()
        .filter(event -> event.kind() == EventKind.ORDER || event.kind() == EventKind.UNSENT)
        .toList();
  }

  private static OrderCommand sent(PortfolioDecision decision) {
    assertThat(decision.commands()).hasSize(1);
    OrderCommand command = decision.commands().get(0);
    assertThat(command.kind()).isEqualTo(OrderCommand.Kind.SEND);
    return command;
  }
}
