package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.TradeRows;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrphanTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  /** Pods a and b hold BTC together, b alone holds ETH. */
  private static Walk bothHold(TradingMode mode) {
    Walk walk =
        new Walk(
            new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.5, BTC, ETH).layout(),
            1_000,
            mode);
    walk.bar(BTC, 100).bar(ETH, 10);
    walk.target(0, BTC, 0.5).target(1, BTC, -0.2).target(1, ETH, 0.4).close();
    return walk;
  }

  private static Walk held() {
    Walk walk = bothHold(TradingMode.PAPER);
    walk.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(walk.state.ledger.quantities[0][0]).isCloseTo(2, ROUNDING);
    assertThat(walk.state.ledger.quantities[1][0]).isCloseTo(-1, ROUNDING);
    assertThat(walk.state.ledger.quantities[1][1]).isCloseTo(20, ROUNDING);
    return walk;
  }

  private static Walk without(Walk walk, String onRemoval) {
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.4, BTC);
    next.onRemoval = onRemoval;
    next.costBps = 10;
    return new Walk(walk, next, TradingMode.PAPER);
  }

  @Test
  @Tag("E1")
  void whatOnlyARemovedPodHoldsIsClosedAndItsCapitalBecomesReserve() {
    Walk walk = without(held(), "close");

    PortfolioDecision decided = walk.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(decided.events())
        .filteredOn(event -> event.kind() == EventKind.ORPHAN)
        .extracting(Event::symbol)
        .containsExactly(BTC, ETH);
    assertThat(walk.state.ledger.quantities[1][1]).isCloseTo(20, ROUNDING);

    PortfolioDecision closed = walk.bar(BTC, 100).bar(ETH, 11).close();
    OrderRow order =
        closed.orders().stream().filter(row -> row.symbol().equals(ETH)).findFirst().orElseThrow();
    assertThat(order.reason()).isEqualTo("orphan");
    assertThat(order.side()).isEqualTo("SELL");
    assertThat(order.quantity()).isCloseTo(20, ROUNDING);
    assertThat(walk.state.ledger.quantities[1]).containsExactly(0, 0);
    assertThat(walk.state.ledger.capital(1)).isZero();
    assertThat(closed.events())
        .filteredOn(event -> event.kind() == EventKind.ORPHAN)
        .extracting(Event::message)
        .singleElement()
        .asString()
        .contains("is reserve");
    assertThat(walk.bar(BTC, 100).bar(ETH, 11).close().pods()).hasSize(1);
  }

  @Test
  @Tag("E2")
  void aSharedPositionCrossesToThePodThatTradesItFreeOfCost() {
    Walk walk = without(held(), "close");
    walk.bar(BTC, 100).bar(ETH, 10).close();

    PortfolioDecision next = walk.bar(BTC, 102).bar(ETH, 10).close();
    List<PodFillRow> crosses =
        next.podFills().stream().filter(row -> row.symbol().equals(BTC) && row.crossed()).toList();
    assertThat(crosses).extracting(PodFillRow::quantity).containsExactly(-1.0, 1.0);
    assertThat(crosses).extracting(PodFillRow::fee).containsOnly(0.0);
    assertThat(crosses).extracting(PodFillRow::cause).containsOnly("orphan");
    // Their own targets then decide what is kept: the order is what pod a wants beyond its share.
    assertThat(walk.state.ledger.quantities[1][0]).isZero();
    assertThat(walk.state.ledger.quantities[0][0]).isCloseTo(2, within(0.01));
  }

  @Test
  @Tag("E2")
  void nobodyIsHandedASymbolWhenTheOthersAreRetired() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.5, BTC), 1_000);
    walk.target(0, BTC, 0.5).target(1, BTC, 0.2).bar(BTC, 100).close();
    walk.bar(BTC, 100).close();
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.4, BTC);
    next.onRemoval = "transfer: a";
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    after.state.lives[0].state = LifecycleState.RETIRED;
    after.bar(BTC, 100).close();
    PortfolioDecision closed = after.bar(BTC, 100).close();
    assertThat(closed.podFills()).hasSize(2).noneMatch(PodFillRow::crossed);
    assertThat(after.state.ledger.isFlat()).isTrue();
  }

  /** Three pods hold BTC, of which the last, c, has 4 of it and goes. */
  private static Walk lastOfThreeGoes() {
    Walk walk =
        new Walk(
            new PortfolioFixture().pod("a", 0.1, BTC).pod("b", 0.3, BTC).pod("c", 0.4, BTC), 1_000);
    walk.target(0, BTC, 0.5).target(1, BTC, 0.5).target(2, BTC, 1).bar(BTC, 100).close();
    walk.bar(BTC, 100).close();
    return new Walk(
        walk, new PortfolioFixture().pod("a", 0.1, BTC).pod("b", 0.3, BTC), TradingMode.PAPER);
  }

  private static double[] crossed(PortfolioDecision decision) {
    return decision.podFills().stream()
        .filter(PodFillRow::crossed)
        .mapToDouble(PodFillRow::quantity)
        .toArray();
  }

  @Test
  @Tag("E2")
  void severalPodsTakeOverInProportionToTheirCapital() {
    Walk walk = lastOfThreeGoes();
    walk.bar(BTC, 100).close();
    double[] hands = crossed(walk.bar(BTC, 100).close());
    assertThat(hands).hasSize(3);
    assertThat(hands[0]).as("a has a quarter of the capital").isCloseTo(1, ROUNDING);
    assertThat(hands[1]).isCloseTo(3, ROUNDING);
    assertThat(hands[2]).isCloseTo(-4, ROUNDING);
    assertThat(walk.state.ledger.quantities[2][0]).isZero();
  }

  @Test
  @Tag("E2")
  void aPodWithoutCapitalTakesNothingOver() {
    Walk walk = lastOfThreeGoes();
    walk.state.ledger.setCapital(1, -50);
    walk.bar(BTC, 100).close();
    double[] hands = crossed(walk.bar(BTC, 100).close());
    assertThat(Arrays.stream(hands).max().orElseThrow()).isCloseTo(4, ROUNDING);
    assertThat(hands[0]).as("all goes to a").isCloseTo(4, ROUNDING);
    assertThat(walk.state.ledger.quantities[2][0]).isZero();
  }

  @Test
  @Tag("E2")
  void aRetiredPodBehindTheOneThatGoesTakesNothingOver() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.5, BTC), 1_000);
    walk.target(0, BTC, 0.5).target(1, BTC, 0.2).bar(BTC, 100).close();
    walk.bar(BTC, 100).close();
    Walk after = new Walk(walk, new PortfolioFixture().pod("b", 0.5, BTC), TradingMode.PAPER);
    after.state.lives[1].state = LifecycleState.RETIRED;
    after.bar(BTC, 100).close();
    assertThat(new OrphanPositions(after.layout).handover(after.state, 0)).isNull();
    assertThat(after.bar(BTC, 100).close().podFills()).hasSize(2).noneMatch(PodFillRow::crossed);
    assertThat(after.state.ledger.isFlat()).isTrue();
  }

  @Test
  @Tag("E1")
  void aRemovedPodIsNotDoneWhileSomethingIsOnItsWayToIt() {
    Walk walk = without(bothHold(TradingMode.EXTERNAL), "close");
    walk.close();
    assertThat(walk.state.ledger.quantities[1]).containsOnly(0);
    assertThat(walk.state.waiting[1]).isNotNull();
    assertThat(walk.state.released[1]).isFalse();
  }

  @Test
  @Tag("E1")
  void anOrphanIsClosedThoughItIsBelowTheThresholdAndAnotherIsHeld() {
    Walk walk =
        new Walk(
            new PortfolioFixture()
                .pod("a", 0.3, BTC)
                .podThatLeaves("close", "b", 0.3, ETH)
                .podThatLeaves("hold", "c", 0.3, ETH),
            1_000);
    walk.target(1, ETH, 0.001).target(2, ETH, 1).bar(BTC, 100).bar(ETH, 10).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    Walk after = new Walk(walk, new PortfolioFixture().pod("a", 0.3, BTC), TradingMode.PAPER);
    after.bar(BTC, 100).bar(ETH, 10).close();
    after.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(after.state.ledger.quantities[1][1]).isZero();
    assertThat(after.state.ledger.quantities[2][1]).isCloseTo(30, ROUNDING);
  }

  @Test
  @Tag("TR1")
  @Tag("TR5")
  void whatIsKeptStandsAsideOfBandAndTracking() {
    Walk walk =
        new Walk(
            new PortfolioFixture()
                .pod("a", 0.3, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC)
                .podThatLeaves("hold", "b", 0.6, BTC),
            1_000);
    walk.target(0, BTC, 0.5).target(1, BTC, 1).bar(BTC, 100).close();
    walk.bar(BTC, 100).close();
    PortfolioFixture next =
        new PortfolioFixture().pod("a", 0.3, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC);
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    PortfolioDecision inside = after.bar(BTC, 100).target(0, BTC, 0.53).close();
    assertThat(inside.unsent()).extracting(UnsentRow::rule).containsExactly("band");
    assertThat(inside.unsent().get(0).held()).isCloseTo(1.5, ROUNDING);
    assertThat(inside.unsent().get(0).limit()).isCloseTo(0.159, ROUNDING);
    assertThat(inside.equity().get(0).trackingGap()).isCloseTo(0.009, ROUNDING);
    assertThat(inside.equity().get(0).wantedGross()).isCloseTo(0.159, ROUNDING);
  }

  @Test
  @Tag("E1")
  void whatIsClosedAgainstAPositionThatIsKeptMayMakeTheWholeLarger() {
    Walk walk =
        new Walk(
            new PortfolioFixture()
                .pod("a", 0.3, BTC)
                .podThatLeaves("close", "b", 0.3, ETH)
                .podThatLeaves("hold", "c", 0.3, ETH),
            1_000);
    walk.target(1, ETH, 0.4).target(2, ETH, -1).bar(BTC, 100).bar(ETH, 10).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    Walk after = new Walk(walk, new PortfolioFixture().pod("a", 0.3, BTC), TradingMode.EXTERNAL);
    List<OrderCommand> sent = after.bar(BTC, 100).bar(ETH, 10).close().commands();
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).quantity()).isCloseTo(-12, ROUNDING);
    assertThat(sent.get(0).reduceOnly()).as("of -18 in all").isFalse();
  }

  @Test
  @Tag("E1")
  void heldPositionsStayWithAnAlertADayAndCountAsExposure() {
    Walk walk = without(held(), "hold");
    for (int day = 0; day < 3; day++) {
      PortfolioDecision decision = walk.bar(BTC, 100).bar(ETH, 10).close();
      assertThat(decision.events())
          .filteredOn(event -> event.message().startsWith("on_removal: hold"))
          .allMatch(event -> event.severity() == Severity.WARNING && event.pod().equals("b"))
          .hasSize(2);
      assertThat(decision.targets())
          .filteredOn(row -> row.symbol().equals(ETH))
          .singleElement()
          .satisfies(row -> assertThat(row.target()).isCloseTo(0.2, within(0.001)));
    }
    assertThat(walk.state.ledger.quantities[1][0]).isCloseTo(-1, ROUNDING);
    assertThat(walk.state.ledger.quantities[1][1]).isCloseTo(20, ROUNDING);
  }

  @Test
  @Tag("E2")
  void aTransferGoesToTheNamedPodWhereItTradesTheSymbol() {
    Walk walk = held();
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.4, BTC).pod("c", 0.01, BTC);
    next.onRemoval = "transfer: c";
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    after.target(2, BTC, 0);
    after.bar(BTC, 100).bar(ETH, 10).close();
    PortfolioDecision moved = after.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(moved.podFills())
        .filteredOn(row -> row.symbol().equals(BTC) && row.crossed() && row.quantity() == -1)
        .extracting(PodFillRow::pod)
        .containsExactly("c");
    assertThat(after.state.ledger.quantities[1]).containsExactly(0, 0);
  }

  @Test
  @Tag("E1")
  void aDroppedSymbolIsClosedWhileThePodGoesOn() {
    Walk walk = held();
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.5, BTC);
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    after.bar(BTC, 100).bar(ETH, 10).close();
    after.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(after.state.ledger.quantities[1][1]).isZero();
    assertThat(after.state.ledger.quantities[1][0]).isCloseTo(-1, within(0.01));
  }

  /** Versions of the configuration are refused before that. */
  @Test
  @Tag("E1")
  void aPodThatWasRemovedCannotComeBack() {
    Walk walk = without(held(), "hold");
    walk.bar(BTC, 100).bar(ETH, 10).close();
    PortfolioFixture again = new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.5, BTC, ETH);
    Walk after = new Walk(walk, again, TradingMode.PAPER);
    assertThatThrownBy(() -> after.bar(BTC, 100).bar(ETH, 10).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("pod b was removed before (expected: another id)");
  }

  @Test
  @Tag("E4")
  void theRestOfAPartlyFilledOrphanIsClosedAtTheNextTickAndNeverPastZero() {
    Walk walk = bothHold(TradingMode.EXTERNAL);
    long sequence = 0;
    for (String symbol : List.of(BTC, ETH)) {
      walk.report(fill(walk, symbol, symbol.equals(BTC) ? 1 : 20, ++sequence));
    }
    walk.bar(BTC, 100).bar(ETH, 10).close();
    Walk after = new Walk(walk, new PortfolioFixture().pod("a", 0.4, BTC), TradingMode.EXTERNAL);
    double left = 20;
    PortfolioDecision decision = after.bar(BTC, 100).bar(ETH, 10).close();
    for (int tick = 0; tick < 40 && left > 0; tick++) {
      OrderCommand order =
          decision.commands().stream()
              .filter(each -> each.symbol().equals(ETH))
              .findFirst()
              .orElseThrow();
      assertThat(order.quantity()).isCloseTo(-left, ROUNDING);
      assertThat(order.reduceOnly()).isTrue();
      double part = tick < 3 ? 0.3 * left : left;
      after.report(
          ExchangeReport.fill(
              after.time + 1, ++sequence, order.orderId(), "f" + sequence, -part, 10, 0, 0));
      if (part < left) {
        after.report(
            ExchangeReport.ended(
                ExchangeReport.Kind.EXPIRED, after.time + 2, ++sequence, order.orderId(), "rest"));
      }
      left -= part;
      decision = after.bar(BTC, 100).bar(ETH, 10).close();
      assertThat(after.state.ledger.quantity(1)).isCloseTo(left, ROUNDING).isNotNegative();
    }
    assertThat(left).isZero();
    assertThat(after.state.ledger.quantities[1][1]).isZero();
  }

  private static ExchangeReport fill(Walk walk, String symbol, double quantity, long sequence) {
    int s = walk.layout.universe().indexOf(symbol);
    String id = new TradeRows(walk.layout).orderId(walk.state.waiting[s]);
    return ExchangeReport.fill(
        walk.time + 1, sequence, id, "f" + sequence, quantity, s == 0 ? 100 : 10, 0, 0);
  }

  @Test
  void aSecondRemovalWhileTheFirstStillClosesDisturbsNothing() {
    Walk walk =
        new Walk(
            new PortfolioFixture().pod("a", 0.3, BTC).pod("b", 0.3, ETH).pod("c", 0.3, BTC), 1_000);
    walk.target(0, BTC, 1).target(1, ETH, 1).target(2, BTC, 1);
    walk.bar(BTC, 100).bar(ETH, 10).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    Walk first =
        new Walk(
            walk, new PortfolioFixture().pod("a", 0.3, BTC).pod("c", 0.3, BTC), TradingMode.PAPER);
    first.bar(BTC, 100).bar(ETH, 10).close();
    Walk second = new Walk(first, new PortfolioFixture().pod("c", 0.3, BTC), TradingMode.PAPER);
    second.bar(BTC, 100).close();
    assertThat(second.state.ledger.quantity(1)).isCloseTo(30, ROUNDING);
    second.bar(BTC, 100).bar(ETH, 10).close();
    second.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(second.state.ledger.quantity(1)).isZero();
    assertThat(second.state.ledger.quantities[0]).containsExactly(0, 0);
    assertThat(second.state.ledger.equity()).isCloseTo(1_000, ROUNDING);
  }

  @Test
  void stateOfPodsThatNeverWereIsRefused() {
    Walk walk = held();
    PortfolioStep other = new Walk(new PortfolioFixture().pod("x", 1, BTC), 1_000).step;
    assertThatThrownBy(
            () ->
                other.onClose(walk.state, walk.time + 1, new Bar[1], new PodDecision[1], List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[a, b]")
        .hasMessageContaining("[x]");
  }
}
