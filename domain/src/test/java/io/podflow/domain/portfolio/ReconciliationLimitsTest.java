package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.TradeRows;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.broker.Reconciliation;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.ReconcilePolicy;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much the books may differ from those of the exchange side, and what is then said. */
@Tag("L7")
class ReconciliationLimitsTest {

  private static final String BTC = "BTC/USDT";

  /** The band keeps small changes from being sent. */
  private final PortfolioFixture fixture =
      new PortfolioFixture().pod("a", 0.6, Timeframe.D1, 0.1, LifecycleState.PRODUCTION, BTC);

  @Test
  void quantitiesMayDifferByTheRoundingOfWhatIsHeld() {
    Walk walk = holdingSix();
    assertThat(held(walk, new PositionReport(BTC, 6 + 5e-9, 100, 0))).isEmpty();
    assertThat(held(walk, new PositionReport(BTC, 6 + 7e-9, 100, 0))).hasSize(1);
  }

  /** Six were sold: what the exchange side has left of them is the rounding of six. */
  @Test
  void whatIsLeftMayBeTheRoundingOfWhatWasSold() {
    Walk walk = holdingSix();
    OrderCommand order = walk.bar(BTC, 100).target(0, BTC, 0).close().commands().get(0);
    filled(walk, order, 2);
    walk.bar(BTC, 100).close();
    assertThat(walk.state.ledger.quantity(0)).isZero();
    assertThat(held(walk, new PositionReport(BTC, 5e-9, 100, 0))).isEmpty();
    assertThat(held(walk, new PositionReport(BTC, 7e-9, 100, 0))).hasSize(1);
  }

  @Test
  void aSymbolThatNoPodTradesIsNoDifferenceWhereNothingIsHeldOfIt() {
    Walk walk = holdingSix();
    PositionReport six = new PositionReport(BTC, 6, 100, 0);
    assertThat(held(walk, six, new PositionReport("DOGE/USDT", 0, 0, 0))).isEmpty();
    assertThat(held(walk, six, new PositionReport("DOGE/USDT", 1, 0, 0))).isNotEmpty();
  }

  /** A tenth is a ten-thousandth of 1,000. */
  @Test
  void profitMayDifferByAHundredthOfAPercentOfEquity() {
    Walk walk = holdingSix();
    assertThat(held(walk, new PositionReport(BTC, 6, 100, -0.1))).isEmpty();
    assertThat(held(walk, new PositionReport(BTC, 6, 100, -0.100001))).hasSize(1);
  }

  @Test
  void averagePricesMayDifferByAHundredthOfAPercent() {
    Walk walk = holdingSix();
    walk.state.ledger.averagePrices[0] = 9_999;
    walk.state.ledger.marks[0] = 10_000;
    DecisionBuilder builder = builder(walk);
    reconcile(walk, new PositionReport(BTC, 6, 10_000, 59_400), builder);
    assertThat(builder.decision().events()).isEmpty();
    reconcile(walk, new PositionReport(BTC, 6, 10_000.1, 59_400), builder);
    assertThat(builder.decision().events()).hasSize(1);
  }

  @Test
  @Tag("EV7")
  void fundingIsNoPartOfTheProfitThatIsCompared() {
    fixture.fundingBps = 10;
    Walk walk = holdingSix();
    walk.bar(BTC, 100).close();
    assertThat(walk.state.exchange.fundingPaid).isGreaterThan(1);
    assertThat(held(walk, new PositionReport(BTC, 6, 100, 0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REPORT, the books differ from the exchange side: BTC/USDT: quantity",
    "HALT, 'the books differ from the exchange side, trading is halted: BTC/USDT: quantity'",
    "ADOPT, 'the books differ from the exchange side, its quantities are adopted: BTC/USDT: quant'"
  })
  void aDifferenceIsToldWithWhatBecomesOfIt(ReconcilePolicy policy, String beginning) {
    fixture.reconcilePolicy = policy;
    assertThat(held(holdingSix(), new PositionReport(BTC, 5, 100, 0)))
        .singleElement()
        .asString()
        .startsWith(beginning);
  }

  private Walk holdingSix() {
    Walk walk = new Walk(fixture.layout(), 1_000, TradingMode.EXTERNAL);
    filled(walk, walk.bar(BTC, 100).target(0, BTC, 1).close().commands().get(0), 1);
    walk.bar(BTC, 100).close();
    return walk;
  }

  private static void filled(Walk walk, OrderCommand order, long sequence) {
    walk.report(
        ExchangeReport.fill(
            walk.time + 1, sequence, order.orderId(), "f" + sequence, order.quantity(), 100, 0, 0));
  }

  private static DecisionBuilder builder(Walk walk) {
    return new DecisionBuilder(walk.time, new TradeRows(walk.layout), new Bar[1]);
  }

  private static void reconcile(Walk walk, PositionReport position, DecisionBuilder builder) {
    new Reconciliation(walk.layout.settings().live(), 1_000)
        .check(walk.state, new PositionSnapshot(List.of(position), List.of()), builder);
  }

  /** What is told of the books. */
  private static List<String> held(Walk walk, PositionReport... positions) {
    walk.report(
        ExchangeReport.positions(
            walk.time, 1, new PositionSnapshot(List.of(positions), List.of())));
    return walk.bar(BTC, 100).close().events().stream()
        .filter(event -> event.kind() == EventKind.ORDER)
        .filter(event -> event.severity() == Severity.CRITICAL)
        .map(Event::message)
        .toList();
  }
}
