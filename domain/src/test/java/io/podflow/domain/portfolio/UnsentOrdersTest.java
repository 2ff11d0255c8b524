package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.ReconcilePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said and done about changes that could not be sent. */
@Tag("TR4")
class UnsentOrdersTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Walk walk = walk(ReconcilePolicy.REPORT);
  private long sequence;

  @Test
  void aSymbolWithoutABarIsToldWhileTheExchangeSideIsAway() {
    takesOrders(false);
    bars().target(0, BTC, 1).close();
    assertRefused(walk.bar(ETH, 10).close(), "exchange");
  }

  @Test
  void aSymbolWithoutABarIsToldWhileTradingIsHalted() {
    walk = walk(ReconcilePolicy.HALT);
    theirs(3);
    assertThat(bars().target(0, BTC, 1).close().events())
        .filteredOn(event -> event.kind() == EventKind.UNSENT)
        .extracting(Event::symbol, Event::message)
        .containsExactly(tuple(BTC, "an order is not sent: trading is halted"));
    theirs(3);
    assertRefused(walk.bar(ETH, 10).close(), "halted");
  }

  /** Nothing is decided of it, so nothing is remembered of why it is what it is. */
  @Test
  void aSymbolWithoutABarIsNotDecidedWhereAllIsOpen() {
    fill(bars().target(0, ETH, 1).close().commands().get(0));
    bars().close();
    Object brought = Objects.requireNonNull(walk.state.shares[0][0].brought);
    walk.bar(ETH, 12).close();
    assertThat(walk.state.shares[0][0].brought).isEqualTo(brought);
    walk.bar(BTC, 100).bar(ETH, 12).close();
    assertThat(walk.state.shares[0][0].brought).isNotEqualTo(brought);
  }

  @Test
  @Tag("L7")
  void aPauseAfterFailuresIsSaid() {
    walk.target(0, BTC, 1);
    for (int close = 0; close < 2; close++) {
      OrderCommand order = bars().close().commands().get(0);
      walk.report(
          ExchangeReport.ended(
              ExchangeReport.Kind.REJECTED, walk.time + 1, ++sequence, order.orderId(), "no"));
    }
    assertThat(bars().close().events())
        .filteredOn(event -> event.kind() == EventKind.UNSENT)
        .extracting(Event::message)
        .containsExactly("an order is not sent: earlier ones have failed");
  }

  @Test
  @Tag("FP19")
  void whatGoesStaleWhileTheExchangeSideIsAwayIsClosedOnceItIsBack() {
    holdTen();
    walk.bar(ETH, 10).close();
    walk.bar(ETH, 10).close();
    takesOrders(false);
    PortfolioDecision stale = walk.bar(ETH, 10).close();
    assertThat(stale.commands()).isEmpty();
    assertThat(stale.events())
        .filteredOn(event -> event.kind() == EventKind.UNSENT)
        .extracting(Event::symbol, Event::message)
        .containsExactly(
            tuple(BTC, "an order is not sent: the exchange side takes none at this close"));
    takesOrders(true);
    assertSent(walk.tick(MINUTE), -10, "stale");
  }

  @Test
  @Tag("TR7")
  void aForcedChangeThatAnOrderIsInTheWayOfGoesOnAtTheTickAtWhichThatIsFilled() {
    OrderCommand order = bars().target(0, BTC, 1).close().commands().get(0);
    assertRefused(bars().stop(0, BTC).close(), "waiting");
    fill(order);
    assertSent(walk.tick(MINUTE), -10, "stop");
  }

  @Test
  @Tag("TR7")
  void anyOtherChangeThatAnOrderIsInTheWayOfWaitsForTheClose() {
    OrderCommand order = bars().target(0, BTC, 1).close().commands().get(0);
    assertRefused(bars().target(0, BTC, 0.2).close(), "waiting");
    fill(order);
    assertThat(walk.tick(MINUTE).commands()).isEmpty();
    assertSent(bars().close(), -8, "signal");
  }

  private static Walk walk(ReconcilePolicy policy) {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC, ETH);
    fixture.reconcilePolicy = policy;
    return new Walk(fixture.layout(), 1_000, TradingMode.EXTERNAL);
  }

  private Walk bars() {
    return walk.bar(BTC, 100).bar(ETH, 10);
  }

  private void holdTen() {
    fill(bars().target(0, BTC, 1).close().commands().get(0));
    bars().close();
    assertThat(walk.state.ledger.quantity(0)).isCloseTo(10, within(1e-9));
  }

  private void fill(OrderCommand order) {
    sequence++;
    double price = order.symbol().equals(BTC) ? 100 : 10;
    walk.report(
        ExchangeReport.fill(
            walk.time + 1,
            sequence,
            order.orderId(),
            "f" + sequence,
            order.quantity(),
            price,
            0,
            0));
  }

  private void takesOrders(boolean value) {
    walk.report(ExchangeReport.heartbeat(walk.time + 1, ++sequence, value));
  }

  private void theirs(double quantity) {
    PositionReport position = new PositionReport(BTC, quantity, 100, 0);
    walk.report(
        ExchangeReport.positions(
            walk.time, ++sequence, new PositionSnapshot(List.of(position), List.of())));
  }

  private static void assertRefused(PortfolioDecision decision, String rule) {
    assertThat(decision.unsent())
        .extracting(UnsentRow::symbol, UnsentRow::rule)
        .containsExactly(tuple(BTC, rule));
  }

  private static void assertSent(PortfolioDecision decision, double quantity, String reason) {
    assertThat(decision.commands())
        .extracting(OrderCommand::kind, OrderCommand::symbol, OrderCommand::reason)
        .containsExactly(tuple(OrderCommand.Kind.SEND, BTC, reason));
    assertThat(decision.commands().get(0).quantity()).isCloseTo(quantity, within(1e-9));
  }
}
