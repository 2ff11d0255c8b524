package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.ReconcilePolicy;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The books of the portfolio against those of the exchange side. */
@Tag("L7")
class ReconciliationTest {

  private static final String BTC = "BTC/USDT";
  private static final PositionReport SIX = new PositionReport(BTC, 6, 100, 0);

  @Test
  void booksThatAgreeAreNotMentioned() {
    Walk walk = holdingSix(ReconcilePolicy.HALT);
    assertThat(ofOrders(held(walk, SIX))).isEmpty();
    assertThat(ofOrders(held(walk, new PositionReport(BTC, 6, 100.005, 0))))
        .as("within 0.01 %")
        .isEmpty();
    assertThat(walk.state.exchange.halted).isFalse();
  }

  @Test
  void everyKindOfDifferenceIsNamedOnceAndItsEndToo() {
    Walk walk = holdingSix(ReconcilePolicy.REPORT);
    assertThat(told(held(walk, new PositionReport(BTC, 5, 100, 0))))
        .contains("BTC/USDT: quantity 6.0 (there: 5.0)");
    assertThat(ofOrders(held(walk, new PositionReport(BTC, 5, 100, 0)))).as("once").isEmpty();
    assertThat(told(held(walk, SIX))).contains("agree with the exchange side again");
    assertThat(told(held(walk, new PositionReport(BTC, 6, 101, 6))))
        .contains("BTC/USDT: average price 100.0 (there: 101.0)");
    assertThat(told(held(walk, new PositionReport(BTC, 6, 100, -20))))
        .contains("profit 0.0 (there: -20.0)");
    assertThat(told(held(walk, SIX, new PositionReport("DOGE/USDT", 3, 1, 0))))
        .contains("DOGE/USDT: 3.0 held there, and no pod trades it");
    walk.report(
        ExchangeReport.positions(
            walk.time, 1, new PositionSnapshot(List.of(SIX), List.of("somebody"))));
    assertThat(told(walk.bar(BTC, 100).close())).contains("order somebody: open there, not here");
    assertThat(walk.state.ledger.quantity(0)).as("reported only").isCloseTo(6, within(1e-9));
  }

  @Test
  void haltedTradingGoesOnWhenTheBooksAgree() {
    Walk walk = holdingSix(ReconcilePolicy.HALT);
    walk.target(0, BTC, 1.5);
    PortfolioDecision halted = held(walk, new PositionReport(BTC, 5, 100, 0));
    assertThat(halted.commands()).isEmpty();
    assertThat(halted.unsent()).extracting(UnsentRow::rule).containsExactly("halted");
    assertThat(walk.bar(BTC, 100).close().commands()).as("still").isEmpty();
    assertThat(held(walk, SIX).commands())
        .extracting(OrderCommand::quantity)
        .allSatisfy(quantity -> assertThat(quantity).isCloseTo(3, within(1e-9)))
        .hasSize(1);
  }

  @Test
  @Tag("TR2")
  void haltedTradingStillReduces() {
    Walk walk = holdingSix(ReconcilePolicy.HALT);
    walk.target(0, BTC, -0.1);
    assertThat(held(walk, new PositionReport(BTC, 5, 100, 0)).commands())
        .as("a flip is refused whole")
        .isEmpty();
    walk.target(0, BTC, 0);
    assertThat(walk.bar(BTC, 100).close().commands())
        .extracting(OrderCommand::quantity)
        .allSatisfy(quantity -> assertThat(quantity).isCloseTo(-6, within(1e-9)))
        .hasSize(1);
  }

  @Test
  void anAdoptedPositionIsTradedToItsTarget() {
    Walk walk = holdingSix(ReconcilePolicy.ADOPT);
    double before = walk.state.ledger.equity();
    PortfolioDecision adopted = held(walk, new PositionReport(BTC, 4, 90, 0));
    assertThat(walk.state.ledger.quantity(0)).isCloseTo(4, within(1e-9));
    assertThat(walk.state.ledger.averagePrices[0]).isEqualTo(90);
    assertThat(walk.state.ledger.equity()).isCloseTo(before, within(1e-9));
    assertThat(adopted.commands())
        .extracting(OrderCommand::quantity)
        .allSatisfy(quantity -> assertThat(quantity).isCloseTo(2, within(1e-9)))
        .hasSize(1);
  }

  @Test
  void fundingIsNoProfitThatTheExchangeSideHasToReport() {
    PortfolioFixture fixture =
        new PortfolioFixture().pod("a", 0.6, Timeframe.D1, 0.5, LifecycleState.PRODUCTION, BTC);
    fixture.fundingBps = 10;
    Walk walk = holdingSix(fixture);
    assertThat(ofOrders(held(walk, SIX))).isEmpty();
    assertThat(walk.state.ledger.equity())
        .as("three payments a day on 600, for two days")
        .isCloseTo(1_000 - 2 * 3 * 0.6, within(1e-9));
  }

  private static Walk holdingSix(ReconcilePolicy policy) {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.6, BTC);
    fixture.reconcilePolicy = policy;
    return holdingSix(fixture);
  }

  private static Walk holdingSix(PortfolioFixture fixture) {
    Walk walk = new Walk(fixture.layout(), 1_000, TradingMode.EXTERNAL);
    OrderCommand order = walk.bar(BTC, 100).target(0, BTC, 1).close().commands().get(0);
    walk.report(
        ExchangeReport.fill(walk.time + 1, 1, order.orderId(), "f", order.quantity(), 100, 0, 0));
    walk.bar(BTC, 100).close();
    return walk;
  }

  private static PortfolioDecision held(Walk walk, PositionReport... positions) {
    walk.report(
        ExchangeReport.positions(
            walk.time, 1, new PositionSnapshot(List.of(positions), List.of())));
    return walk.bar(BTC, 100).close();
  }

  private static String told(PortfolioDecision decision) {
    List<Event> events = ofOrders(decision);
    assertThat(events).hasSize(1);
    return events.get(0).message();
  }

  private static List<Event> ofOrders(PortfolioDecision decision) {
    return decision.events().stream()
        .filter(event -> event.kind() == EventKind.ORDER)
        .filter(event -> event.severity() != Severity.WARNING)
        .toList();
  }
}
