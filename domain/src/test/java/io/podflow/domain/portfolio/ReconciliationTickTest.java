package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ExchangeReport.Kind;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.ReconcilePolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A snapshot of positions between two closes, on daily bars. */
class ReconciliationTickTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Walk walk = walk(ReconcilePolicy.REPORT);
  private long sequence;

  @Test
  @Tag("E4")
  void theRestOfAPartialFillIsClosedAtTheNextTickAndNeverPassesZero() {
    holdTen(walk);
    OrderCommand close = sent(bars(walk, 100).target(0, BTC, 0).close());
    filled(walk, close, -3, MINUTE.dividedBy(2));
    ended(walk, Kind.EXPIRED, close, MINUTE.dividedBy(2));

    PortfolioDecision tick = walk.tick(MINUTE);
    OrderCommand rest = sent(tick);
    assertThat(rest.time()).isEqualTo(walk.time + MINUTE.toMillis());
    assertThat(rest.orderId()).isEqualTo("main:BTC/USDT:2024-01-04T00:01:00Z:1");
    assertThat(rest.quantity()).isCloseTo(-7, within(1e-9));
    assertThat(rest.reduceOnly()).isTrue();
    assertThat(tick.targets()).extracting(TargetRow::symbol).containsExactly(BTC);
    assertThat(tick.equity()).extracting(EquityRow::time).containsExactly(rest.time());
    assertThat(walk.tick(MINUTE.multipliedBy(2).minusMillis(1)).commands())
        .as("young enough, and nothing else is sent meanwhile")
        .isEmpty();

    filled(walk, rest, rest.quantity(), MINUTE.multipliedBy(2));
    PortfolioDecision flat = walk.tick(MINUTE.multipliedBy(3));
    assertThat(flat.fills()).hasSize(1);
    assertThat(walk.state.ledger.quantity(0)).isZero();
    assertThat(flat.commands()).isEmpty();
    assertThat(walk.tick(MINUTE.multipliedBy(4))).isEqualTo(nothing(4));
    assertThat(bars(walk, 100).close().commands()).isEmpty();
  }

  @Test
  @Tag("E3")
  void whatTheExchangeMissedIsSentAtTheNextReconciliation() {
    walk.report(ExchangeReport.heartbeat(walk.time, ++sequence, false));
    PortfolioDecision away = bars(walk, 100).target(0, BTC, 1).close();
    assertThat(away.commands()).isEmpty();
    assertThat(away.events())
        .extracting(Event::message)
        .anyMatch(text -> text.contains("not sent"));
    PortfolioDecision still = walk.tick(MINUTE);
    assertThat(still.unsent()).extracting(UnsentRow::rule).containsExactly("exchange");
    assertThat(still.events()).as("that was said").isEmpty();
    assertThat(still.equity()).isEmpty();
    walk.report(ExchangeReport.heartbeat(walk.time + 90_000, ++sequence, true));
    assertThat(sent(walk.tick(MINUTE.multipliedBy(2))).quantity()).isCloseTo(10, within(1e-9));
  }

  @Test
  @Tag("E4")
  void whatIsOpenForTooLongIsTakenBackAndDecidedAnew() {
    OrderCommand order = sent(bars(walk, 100).target(0, BTC, 1).close());
    assertThat(walk.tick(MINUTE.minusMillis(1)).commands()).isEmpty();
    PortfolioDecision late = walk.tick(MINUTE);
    assertThat(late.commands())
        .extracting(OrderCommand::kind, OrderCommand::orderId)
        .containsExactly(tuple(OrderCommand.Kind.CANCEL, order.orderId()));
    assertThat(late.equity()).as("nothing for the books").isEmpty();
    filled(walk, order, 4, MINUTE);
    ended(walk, Kind.CANCELLED, order, MINUTE);
    OrderCommand rest = sent(walk.tick(MINUTE.multipliedBy(2)));
    assertThat(rest.quantity()).isCloseTo(6, within(1e-9));
    assertThat(rest.reduceOnly()).isFalse();
  }

  @Test
  @Tag("E4")
  void symbolsWithoutUnfinishedBusinessWaitForTheirClose() {
    OrderCommand btc = sent(bars(walk, 100).target(0, BTC, 0.5).close());
    filled(walk, btc, 5, MINUTE);
    assertThat(walk.tick(MINUTE).commands()).isEmpty();
    OrderCommand more = sent(bars(walk, 100).target(0, BTC, 0.2).target(0, ETH, 0.01).close(), BTC);
    walk.state.targets[0][1] = 0.4;
    walk.state.ledger.marks[1] = 50;
    ended(walk, Kind.REJECTED, more, Duration.ofSeconds(1));
    assertThat(walk.tick(MINUTE.dividedBy(2)).commands())
        .extracting(OrderCommand::symbol)
        .containsExactly(BTC);
  }

  @Test
  @Tag("L7")
  void rejectedOrdersAreTriedAgainAtGrowingNumbersOfTicks() {
    walk.target(0, BTC, 1);
    ended(walk, Kind.REJECTED, sent(bars(walk, 100).close()), Duration.ofSeconds(1));
    StringBuilder ticks = new StringBuilder();
    for (int i = 1; i <= 20; i++) {
      PortfolioDecision decision = walk.tick(MINUTE.multipliedBy(i));
      ticks.append(decision.commands().isEmpty() ? '.' : 'S');
      for (OrderCommand order : decision.commands()) {
        ended(walk, Kind.REJECTED, order, MINUTE.multipliedBy(i).plusSeconds(1));
      }
    }
    assertThat(ticks).hasToString("S.S...S.......S.....");
  }

  @Test
  @Tag("L7")
  void anOrderOnItsWayIsNoDifference() {
    OrderCommand order = sent(bars(walk, 100).target(0, BTC, 1).close());
    held(walk, MINUTE.dividedBy(2));
    assertThat(walk.tick(MINUTE.dividedBy(2)).events()).isEmpty();
    held(walk, MINUTE);
    assertThat(walk.tick(MINUTE).events())
        .extracting(Event::message)
        .singleElement()
        .asString()
        .contains("order " + order.orderId() + ": open here, not there");
  }

  @Test
  @Tag("L7")
  void haltedTradingGoesOnAtTheTickAtWhichTheBooksAgree() {
    Walk halting = walk(ReconcilePolicy.HALT);
    held(halting, Duration.ZERO, new PositionReport(BTC, 3, 100, 0));
    assertThat(bars(halting, 100).target(0, BTC, 1).close().commands()).isEmpty();
    held(halting, MINUTE, new PositionReport(BTC, 3, 100, 0));
    PortfolioDecision still = halting.tick(MINUTE);
    assertThat(still.unsent()).extracting(UnsentRow::rule).containsExactly("halted");
    assertThat(still.events()).as("said already").isEmpty();
    assertThat(still.commands()).isEmpty();
    held(halting, MINUTE.multipliedBy(2));
    assertThat(sent(halting.tick(MINUTE.multipliedBy(2))).quantity()).isCloseTo(10, within(1e-9));
  }

  @Test
  @Tag("L7")
  void anAdoptedPositionIsTradedToItsTargetAtOnce() {
    Walk adopting = walk(ReconcilePolicy.ADOPT);
    holdTen(adopting);
    held(adopting, MINUTE, new PositionReport(BTC, 4, 90, 0));
    PortfolioDecision tick = adopting.tick(MINUTE);
    assertThat(adopting.state.ledger.averagePrices[0]).isEqualTo(90);
    assertThat(sent(tick).quantity()).isCloseTo(6, within(1e-9));
    assertThat(tick.equity()).hasSize(1);
  }

  @Test
  @Tag("E4")
  void theRestOfAStaleSymbolIsClosedWithoutABar() {
    holdTen(walk);
    bars(walk, 100).target(0, BTC, 1);
    walk.close();
    walk.bar(ETH, 50).close();
    walk.bar(ETH, 50).close();
    OrderCommand stale = sent(walk.bar(ETH, 50).close());
    assertThat(stale.reason()).isEqualTo("stale");
    filled(walk, stale, -6, MINUTE);
    ended(walk, Kind.EXPIRED, stale, MINUTE);
    OrderCommand rest = sent(walk.tick(MINUTE));
    assertThat(rest.quantity()).isCloseTo(-4, within(1e-9));
    assertThat(rest.reduceOnly()).isTrue();
  }

  @Test
  @Tag("E4")
  void aSymbolThatNobodyCanTradeNowWaits() {
    OrderCommand order = sent(bars(walk, 100).target(0, BTC, 1).close());
    walk.bar(ETH, 50).close();
    ended(walk, Kind.EXPIRED, order, MINUTE);
    assertThat(walk.tick(MINUTE).commands()).isEmpty();
    assertThat(sent(bars(walk, 100).close()).quantity()).isCloseTo(10, within(1e-9));
  }

  /** States of before there were ticks have no list of what is unfinished. */
  @Test
  @Tag("L5")
  void aStateWithoutTheListIsReadAsOneWithoutTrouble() {
    walk.state.exchange.unfinished = new boolean[0];
    assertThat(bars(walk, 100).target(0, BTC, 1).close().commands()).hasSize(1);
    assertThat(walk.tick(Duration.ofSeconds(1))).isEqualTo(nothing(walk, Duration.ofSeconds(1)));
  }

  private static Walk walk(ReconcilePolicy policy) {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC, ETH);
    fixture.reconcilePolicy = policy;
    return new Walk(fixture.layout(), 1_000, TradingMode.EXTERNAL);
  }

  private static Walk bars(Walk walk, double price) {
    return walk.bar(BTC, price).bar(ETH, 50);
  }

  private void holdTen(Walk walk) {
    OrderCommand order = sent(bars(walk, 100).target(0, BTC, 1).close());
    filled(walk, order, order.quantity(), Duration.ofSeconds(1));
    bars(walk, 100).close();
    assertThat(walk.state.ledger.quantity(0)).isCloseTo(10, within(1e-9));
  }

  private void filled(Walk walk, OrderCommand order, double quantity, Duration after) {
    sequence++;
    walk.report(
        ExchangeReport.fill(
            walk.time + after.toMillis(),
            sequence,
            order.orderId(),
            "f" + sequence,
            quantity,
            100,
            0,
            0));
  }

  private void ended(Walk walk, Kind kind, OrderCommand order, Duration after) {
    walk.report(
        ExchangeReport.ended(
            kind, walk.time + after.toMillis(), ++sequence, order.orderId(), "as told"));
  }

  private void held(Walk walk, Duration after, PositionReport... positions) {
    walk.report(
        ExchangeReport.positions(
            walk.time + after.toMillis(),
            ++sequence,
            new PositionSnapshot(Arrays.asList(positions), List.of())));
  }

  private static OrderCommand sent(PortfolioDecision decision) {
    assertThat(decision.commands()).hasSize(1);
    OrderCommand command = decision.commands().get(0);
    assertThat(command.kind()).isEqualTo(OrderCommand.Kind.SEND);
    return command;
  }

  private static OrderCommand sent(PortfolioDecision decision, String symbol) {
    return decision.commands().stream()
        .filter(command -> command.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  private PortfolioDecision nothing(int minutes) {
    return nothing(walk, minutes);
  }

  private static PortfolioDecision nothing(Walk walk, int minutes) {
    return nothing(walk, MINUTE.multipliedBy(minutes));
  }

  private static PortfolioDecision nothing(Walk walk, Duration after) {
    return ExchangeProperties.nothing(walk.time + after.toMillis());
  }
}
