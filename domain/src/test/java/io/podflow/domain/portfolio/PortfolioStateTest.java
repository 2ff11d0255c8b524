package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.portfolio.books.PodShare;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.risk.VolatilityState;
import io.podflow.domain.settings.LifecycleState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a portfolio remembers at its start, of a symbol that is new, and from before. */
class PortfolioStateTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  private final PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC);

  /** The same with a second pod, which brings a second symbol. */
  private Walk grown(Walk before, TradingMode mode) {
    return new Walk(before, fixture.pod("b", 0.5, ETH), mode);
  }

  @Test
  @Tag("L3")
  void atTheStartNothingIsKnownOfTrendsAndScores() {
    PortfolioState state = new Walk(fixture, 1_000).state;
    assertThat(state.adx).containsExactly(Double.NaN);
    assertThat(state.detectorScores).containsExactly(Double.NaN);
  }

  @Test
  @Tag("E1")
  void aNewSymbolIsTradedOnTheExchangeSide() {
    Walk before = new Walk(fixture.layout(), 1_000, TradingMode.EXTERNAL);
    before.bar(BTC, 100).close();
    Walk walk = grown(before, TradingMode.EXTERNAL);
    PortfolioDecision first = walk.bar(BTC, 100).bar(ETH, 50).target(1, ETH, 1).close();
    assertThat(first.commands()).extracting(OrderCommand::symbol).containsExactly(ETH);
    assertThat(first.commands().get(0).quantity()).isCloseTo(10, within(1e-9));
  }

  @Test
  @Tag("EV3")
  void aNewSymbolCountsWhereSymbolsMoveAsOne() {
    fixture.correlationStress = 0.9;
    Walk before = new Walk(fixture, 1_000);
    before.bar(BTC, 100).close();
    Walk walk = grown(before, TradingMode.PAPER);
    for (int day = 0; day < 30; day++) {
      double price = day % 2 == 0 ? 100 : 101;
      assertThat(walk.bar(BTC, price).bar(ETH, price / 2).close().events())
          .extracting(Event::message)
          .noneMatch(message -> message.startsWith("asset correlation stress"));
    }
    assertThat(walk.bar(BTC, 100).bar(ETH, 50).close().events())
        .extracting(Event::message)
        .anyMatch(message -> message.startsWith("asset correlation stress 1.0"));
  }

  @Test
  @Tag("EV4")
  void aNewSymbolIsHeldBackWhenItsPriceIsWild() {
    fixture.maxVolatility = 0.1;
    Walk before = new Walk(fixture, 1_000);
    before.bar(BTC, 100).close();
    Walk walk = grown(before, TradingMode.PAPER).target(1, ETH, 1);
    for (int day = 0; day < 30; day++) {
      PortfolioDecision decision = walk.bar(BTC, 100).bar(ETH, day % 2 == 0 ? 50 : 55).close();
      assertThat(decision.targets()).extracting(TargetRow::volatilityScale).containsOnly(1.0);
    }
    assertThat(walk.bar(BTC, 100).bar(ETH, 50).close().targets())
        .extracting(TargetRow::volatilityScale)
        .allSatisfy(scale -> assertThat(scale).isLessThan(0.5));
  }

  /** Two pods that have held something for a day. */
  private Walk held() {
    Walk walk =
        new Walk(fixture.pod("b", 0.3, Timeframe.D1, 0, LifecycleState.PRODUCTION, ETH), 1_000);
    walk.bar(BTC, 100).bar(ETH, 50).target(0, BTC, 0.5).target(1, ETH, -0.5).close();
    walk.bar(BTC, 100).bar(ETH, 50).close();
    return walk;
  }

  private static PortfolioDecision next(Walk walk) {
    return walk.bar(BTC, 110).bar(ETH, 50).target(1, ETH, 0.5).close();
  }

  @Test
  @Tag("L5")
  void stateFromBeforePodsCouldDepartOrLoseAllTheirCapitalGoesOnAsAnyOther() {
    PortfolioDecision expected = next(new PortfolioStateTest().held());
    Walk walk = held();
    walk.state.spent = new boolean[0];
    walk.state.departed = new boolean[0];
    walk.state.released = new boolean[0];
    assertThat(next(walk)).isEqualTo(expected);
    assertThat(walk.state.spent).containsExactly(false, false);
    assertThat(walk.state.departed).containsExactly(false, false);
    assertThat(walk.state.released).containsExactly(false, false);
  }

  private static List<Double> ordered(Walk walk) {
    next(walk);
    return walk.bar(BTC, 110).bar(ETH, 50).close().orders().stream()
        .map(OrderRow::quantity)
        .toList();
  }

  @Test
  @Tag("L5")
  void stateFromBeforeCausesWereKeptTradesTheSame() {
    Walk walk = held();
    walk.state.shares = new PodShare[0][];
    walk.state.followed = new double[0];
    assertThat(ordered(walk)).hasSize(2).isEqualTo(ordered(new PortfolioStateTest().held()));
  }

  @Test
  @Tag("EV4")
  void aWarmUpOnStateFromBeforeTheCapOnVolatilityKeepsItsCloses() {
    Walk walk = new Walk(fixture, 1_000);
    walk.state.volatility = new VolatilityState();
    long close = walk.layout.nextClose(walk.time);
    Bar bar = new Bar(0, Timeframe.D1, close, 100, 100, 100, 100, 1);
    walk.step.warmUp(walk.state, close, new Bar[] {bar});
    assertThat(walk.state.volatility.bySymbol).isDeepEqualTo(new double[][] {{100}});
  }
}
