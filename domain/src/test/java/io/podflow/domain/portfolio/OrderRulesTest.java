package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is sent, what crosses and what is left (decisions EX1, AC4, FP10, FP11, FP21). */
@Tag("L7")
class OrderRulesTest {

  private static final String BTC = "BTC/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  @Test
  @Tag("TR1")
  void insideTheBandNothingIsSentAndAtItSomethingIs() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 1, Timeframe.D1, 0.05, LifecycleState.PRODUCTION, BTC)
            .pod("b", 0, Timeframe.D1, 0.20, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.001).close();
    assertThat(walk.state.waiting[0]).as("an entry").isNotNull();
    walk.bar(BTC, 100).target(0, BTC, 0.4).close();
    PortfolioDecision inside = walk.bar(BTC, 100).target(0, BTC, 0.42).close();
    assertThat(walk.state.waiting[0]).isNull();
    assertThat(inside.unsent())
        .extracting(UnsentRow::rule, UnsentRow::cause)
        .containsExactly(tuple("band", "signal"));
    assertThat(inside.unsent().get(0).limit()).isCloseTo(0.05 * 4.2, ROUNDING);
    assertThat(inside.equity().get(0).trackingGap()).isCloseTo(0.02, ROUNDING);
    assertThat(inside.equity().get(0).wantedGross()).isCloseTo(0.42, ROUNDING);
    walk.bar(BTC, 100).target(0, BTC, 0.4 / 0.95).close();
    assertThat(walk.state.waiting[0]).isNotNull();
  }

  @Test
  @Tag("TR1")
  void aRetiredPodsThresholdDoesNotCount() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 1, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC)
            .pod("b", 0, Timeframe.D1, 0.01, LifecycleState.RETIRED, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.4).close();
    PortfolioDecision inside = walk.bar(BTC, 100).target(0, BTC, 0.42).close();
    assertThat(inside.unsent()).extracting(UnsentRow::rule).containsExactly("band");
  }

  @Test
  @Tag("TR1")
  void belowTheSmallestOrderNothingIsSent() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.minOrder = 0.01;
    Walk walk = new Walk(fixture, 1_000);
    PortfolioDecision small = walk.bar(BTC, 100).target(0, BTC, 0.0099).close();
    assertThat(small.unsent())
        .extracting(UnsentRow::rule, UnsentRow::limit)
        .containsExactly(tuple("min_order", 0.1));
    walk.bar(BTC, 100).target(0, BTC, 0.01).close();
    assertThat(walk.state.waiting[0]).isNotNull();
    walk.bar(BTC, 100).target(0, BTC, 0).close();
    walk.bar(BTC, 10, 10).close();
    assertThat(walk.state.ledger.quantity(0)).as("a close to 0 is always sent").isZero();
  }

  @Test
  void whatEqualsAThresholdOnPaperIsSentWhateverThePrice() {
    for (int sevenths = 1; sevenths <= 100; sevenths++) {
      PortfolioFixture fixture =
          new PortfolioFixture().pod("a", 1, Timeframe.D1, 0.05, LifecycleState.PRODUCTION, BTC);
      fixture.minNotional = 50;
      Walk walk = new Walk(fixture, 1_000);
      walk.bar(BTC, sevenths / 7.0).target(0, BTC, 0.05).close();
      assertThat(walk.state.waiting[0]).as("at %d/7", sevenths).isNotNull();
    }
  }

  @Test
  void aCloseToZeroIsSentHoweverSmall() {
    PortfolioFixture fixture =
        new PortfolioFixture().pod("a", 1, Timeframe.D1, 0.05, LifecycleState.PRODUCTION, BTC);
    fixture.minNotional = 60;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.06).close();
    walk.bar(BTC, 100, 10).target(0, BTC, 0).close();
    PortfolioDecision closed = walk.bar(BTC, 10).close();
    assertThat(closed.orders()).extracting(OrderRow::reason).containsExactly("signal");
    assertThat(closed.fills()).extracting(FillRow::side).containsExactly("SELL");
    assertThat(closed.positions()).isEmpty();
    assertThat(walk.state.ledger.averagePrices[0]).isZero();
  }

  @Test
  void belowTheMinimumNotionalNothingIsSent() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.minNotional = 60;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.059).close();
    assertThat(walk.state.waiting[0]).isNull();
    walk.bar(BTC, 100).target(0, BTC, 0.061).close();
    assertThat(walk.state.waiting[0]).isNotNull();
  }

  @Test
  void oppositeChangesCrossWhenNothingIsSent() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    fixture.costBps = 10;
    fixture.minNotional = 1_000;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.6).target(1, BTC, -0.4).close();
    String crossId = "open:main:BTC/USDT:" + Instant.ofEpochMilli(walk.time) + ":x";
    PortfolioDecision crossed = walk.bar(BTC, 110).close();
    assertThat(crossed.orders()).isEmpty();
    assertThat(crossed.fills()).isEmpty();
    assertThat(crossed.positions()).isEmpty();
    assertThat(crossed.podFills())
        .containsExactly(
            new PodFillRow(walk.time, crossId, "a", BTC, 2, 110, 0, true, "signal"),
            new PodFillRow(walk.time, crossId, "b", BTC, -2, 110, 0, true, "signal"));
    assertThat(crossed.equity().get(0).equity()).isEqualTo(1_000);
    assertThat(crossed.equity().get(0).turnover()).isZero();
  }

  @Test
  void aTinyCrossAloneIsLeft() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    fixture.minNotional = 1_000;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.6).target(1, BTC, -1.9e-9).close();
    assertThat(walk.state.waiting[0]).isNull();
    walk.bar(BTC, 100).target(1, BTC, -2.1e-9).close();
    assertThat(walk.state.waiting[0]).isNotNull();
  }

  @Test
  void whatIsSentIsSharedInProportionAndTheRestCrosses() {
    PortfolioFixture fixture = new PortfolioFixture();
    fixture.pod("a", 0.5, BTC).pod("b", 0.25, BTC).pod("c", 0.25, BTC);
    fixture.costBps = 100;
    Walk walk = new Walk(fixture, 4_000);
    walk.bar(BTC, 100).target(0, BTC, 0.3).target(1, BTC, 0.2).target(2, BTC, -0.4).close();
    PortfolioDecision filled = walk.bar(BTC, 100).close();
    assertThat(filled.fills()).extracting(FillRow::quantity).containsExactly(4.0);
    assertThat(filled.podFills())
        .extracting(PodFillRow::pod, PodFillRow::quantity, PodFillRow::fee, PodFillRow::crossed)
        .containsExactly(
            tuple("a", 3.0, 3.0, false),
            tuple("b", 1.0, 1.0, false),
            tuple("a", 3.0, 0.0, true),
            tuple("b", 1.0, 0.0, true),
            tuple("c", -4.0, 0.0, true));
  }

  @Test
  void theAveragePriceIsTheFillPriceAfterAFlip() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.5).close();
    walk.bar(BTC, 100).target(0, BTC, -0.5).close();
    PositionRow flipped = walk.bar(BTC, 80, 100).close().positions().get(0);
    assertThat(flipped.quantity()).isCloseTo(-5, ROUNDING);
    assertThat(flipped.averagePrice()).isEqualTo(80);
    assertThat(flipped.unrealizedPnl()).isCloseTo(-100, ROUNDING);
  }
}
