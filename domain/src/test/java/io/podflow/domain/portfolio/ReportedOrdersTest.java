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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is booked, said and done about reports that are not as they should be. */
@Tag("L7")
class ReportedOrdersTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Walk walk =
      new Walk(new PortfolioFixture().pod("a", 1, BTC, ETH).layout(), 1_000, TradingMode.EXTERNAL);
  private long sequence;

  @Test
  void aFillOnTheOtherSideIsToldAndNotBooked() {
    OrderCommand order = buyTen();
    fill(order, -3);
    PortfolioDecision wrong = bars().close();
    assertThat(wrong.fills()).isEmpty();
    assertThat(walk.state.ledger.quantity(0)).isZero();
    assertThat(walk.state.waiting[0]).as("still open").isNotNull();
    assertThat(ofOrders(wrong))
        .extracting(Event::symbol, Event::severity, Event::message)
        .containsExactly(
            tuple(
                BTC,
                Severity.CRITICAL,
                "order "
                    + order.orderId()
                    + ": fill f1 of -3.0 at 100.0 came on the other side of its order; not"
                    + " booked"));
  }

  @Test
  @Tag("E4")
  void aFillForMoreThanWasOpenIsBookedAndBroughtBackAtOnce() {
    fill(buyTen(), 12);
    PortfolioDecision tick = walk.tick(MINUTE.dividedBy(2));
    assertThat(tick.orders()).extracting(OrderRow::status).containsExactly("FILLED");
    assertThat(walk.state.ledger.quantity(0)).isCloseTo(12, within(1e-9));
    assertThat(ofOrders(tick)).extracting(Event::severity).containsExactly(Severity.CRITICAL);
    assertThat(ofOrders(tick).get(0).message()).contains("for more than was open; booked");
    assertThat(tick.commands()).hasSize(1);
    assertThat(tick.commands().get(0).quantity()).isCloseTo(-2, within(1e-9));
  }

  @Test
  void anOrderThatIsFilledInFullIsNoNews() {
    fill(buyTen(), 10);
    PortfolioDecision tick = walk.tick(MINUTE.dividedBy(2));
    assertThat(ofOrders(tick)).isEmpty();
    assertThat(tick.commands()).isEmpty();
  }

  @Test
  @Tag("E4")
  void whatAFillAfterTheEndHasBroughtIsDecidedAtOnce() {
    OrderCommand order = buyTen();
    ended(Kind.CANCELLED, order.orderId());
    assertThat(bars().target(0, BTC, 0).close().commands()).isEmpty();
    fill(order, 2);
    PortfolioDecision tick = walk.tick(MINUTE);
    assertThat(tick.commands()).hasSize(1);
    assertThat(tick.commands().get(0).quantity()).isCloseTo(-2, within(1e-9));
  }

  @Test
  void theEndOfAnOrderIsToldWithWhatWasOpenAndWhy() {
    OrderCommand order = buyTen();
    ended(Kind.REJECTED, order.orderId());
    assertThat(ofOrders(bars().target(0, BTC, 0).close()))
        .extracting(Event::symbol, Event::severity, Event::message)
        .containsExactly(
            tuple(
                BTC,
                Severity.WARNING,
                "order " + order.orderId() + ": REJECTED with 10.0 open: as told"));
  }

  @Test
  void theEndOfAnUnknownOrderIsToldAndThatOfAnEndedOneIsNot() {
    OrderCommand order = buyTen();
    ended(Kind.CANCELLED, order.orderId());
    bars().target(0, BTC, 0).close();
    ended(Kind.EXPIRED, order.orderId());
    ended(Kind.EXPIRED, "somebody:else");
    assertThat(ofOrders(bars().close()))
        .extracting(Event::symbol, Event::severity, Event::message)
        .containsExactly(
            tuple(
                "", Severity.WARNING, "order somebody:else: EXPIRED of an unknown order: as told"));
  }

  /** In the order of the symbols, as on paper, whatever comes first. */
  @Test
  void moneyIsBookedSymbolBySymbol() {
    List<OrderCommand> orders = bars().target(0, BTC, 0.5).target(0, ETH, 0.4).close().commands();
    fill(orders.get(1), orders.get(1).quantity()).fill(orders.get(0), orders.get(0).quantity());
    assertThat(bars().close().fills()).extracting(FillRow::symbol).containsExactly(BTC, ETH);
  }

  @Test
  @Tag("EX1")
  void whatPodsOnlyExchangeNeedsNoOrderButAnOpen() {
    PortfolioFixture both = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    Walk crossing = new Walk(both.layout(), 1_000, TradingMode.EXTERNAL);
    crossing.bar(BTC, 100).target(0, BTC, 1).target(1, BTC, -1);
    assertThat(crossing.close().commands()).isEmpty();
    assertThat(crossing.close().podFills()).as("no open").isEmpty();
    PortfolioDecision crossed = crossing.bar(BTC, 80, 100).close();
    assertThat(crossed.podFills())
        .filteredOn(PodFillRow::crossed)
        .extracting(PodFillRow::pod, PodFillRow::quantity, PodFillRow::price)
        .containsExactly(tuple("a", 5.0, 80.0), tuple("b", -5.0, 80.0));
    assertThat(crossed.orders()).isEmpty();
    assertThat(crossing.state.ledger.quantities[0][0]).isCloseTo(5, within(1e-9));
    assertThat(crossing.state.ledger.quantities[1][0]).isCloseTo(-5, within(1e-9));
  }

  private Walk bars() {
    return walk.bar(BTC, 100).bar(ETH, 10);
  }

  private OrderCommand buyTen() {
    List<OrderCommand> commands = bars().target(0, BTC, 1).close().commands();
    assertThat(commands).extracting(OrderCommand::quantity).containsExactly(10.0);
    return commands.get(0);
  }

  private ReportedOrdersTest fill(OrderCommand order, double quantity) {
    sequence++;
    double price = order.symbol().equals(BTC) ? 100 : 10;
    walk.report(
        ExchangeReport.fill(
            walk.time + 1, sequence, order.orderId(), "f" + sequence, quantity, price, 0, 0));
    return this;
  }

  private void ended(Kind kind, String orderId) {
    walk.report(ExchangeReport.ended(kind, walk.time + 1, ++sequence, orderId, "as told"));
  }

  private static List<Event> ofOrders(PortfolioDecision decision) {
    return decision.events().stream().filter(event -> event.kind() == EventKind.ORDER).toList();
  }
}
