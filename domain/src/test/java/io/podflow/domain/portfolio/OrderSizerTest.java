package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.DecisionRows;
import io.podflow.domain.settings.JournalSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.UnsentRows;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the sizer sends, refuses, tells and remembers of a symbol. */
@Tag("TR4")
class OrderSizerTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  /** A pod with a band of a tenth that holds 4 BTC. */
  private static Walk held(UnsentRows unsent) {
    PortfolioFixture fixture =
        new PortfolioFixture().pod("a", 0.4, Timeframe.D1, 0.1, LifecycleState.PRODUCTION, BTC);
    Walk walk =
        new Walk(
            fixture.layout(),
            1_000,
            TradingMode.PAPER,
            new JournalSettings(unsent, DecisionRows.ALL));
    walk.target(0, BTC, 1).bar(BTC, 100).close();
    return walk;
  }

  @Test
  void aRefusedDriftIsToldOnlyWhereAllIsTold() {
    Walk decided = held(UnsentRows.DECIDED);
    decided.target(0, BTC, 0.5).bar(BTC, 100).close();
    decided.bar(BTC, 100).close();
    assertThat(decided.bar(BTC, 102).close().unsent()).isEmpty();
    Walk told = held(UnsentRows.ALL);
    told.target(0, BTC, 0.5).bar(BTC, 100).close();
    told.bar(BTC, 100).close();
    assertThat(told.bar(BTC, 102).close().unsent())
        .extracting(UnsentRow::rule, UnsentRow::cause)
        .containsExactly(tuple("band", "drift"));
  }

  @Test
  @Tag("TR1")
  void aPositionThatIsToShrinkStaysInTheBandWhereNoLimitIsBroken() {
    Walk walk = held(UnsentRows.DECIDED);
    PortfolioDecision inside = walk.target(0, BTC, 0.95).bar(BTC, 100).close();
    assertThat(inside.unsent()).extracting(UnsentRow::rule).containsExactly("band");
    assertThat(walk.state.waiting[0]).isNull();
  }

  @Test
  void aShareThatIsOnItsWayToWhatIsWantedCountsAsBrought() {
    Walk walk = held(UnsentRows.DECIDED);
    Factors brought = Objects.requireNonNull(walk.state.shares[0][0].brought);
    assertThat(brought.product()).isCloseTo(4, within(1e-12));
  }

  @Test
  void factorsAreKeptOfThePodsThatTradeTheSymbolFlatOrNot() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.4, ETH), 1_000);
    walk.bar(BTC, 100).close();
    assertThat(walk.state.shares[0][0].brought).isNotNull();
    assertThat(walk.state.shares[1][0].brought).isNull();
  }

  @Test
  void aSymbolOfWhichAnOrderWaitsIsToldWithoutABar() {
    Walk walk = held(UnsentRows.DECIDED);
    assertThat(walk.state.waiting[0]).isNotNull();
    assertThat(walk.close().targets()).extracting(TargetRow::symbol).containsExactly(BTC);
    Walk quiet = held(UnsentRows.DECIDED);
    quiet.bar(BTC, 100).close();
    assertThat(quiet.state.waiting[0]).isNull();
    assertThat(quiet.close().targets()).isEmpty();
  }

  /** At the limit, with a debt of nearly all it has, a fifth off the price breaks it. */
  @Test
  @Tag("TR2")
  void whereALimitIsBrokenWhatShrinksIsForcedAndWhatGrowsIsNot() {
    PortfolioFixture fixture =
        new PortfolioFixture().pod("a", 1, Timeframe.D1, 0.5, LifecycleState.PRODUCTION, BTC, ETH);
    fixture.maxGrossLeverage = 2.0;
    Walk walk = new Walk(fixture, 1_000);
    walk.target(0, BTC, 1.9).target(0, ETH, 0.1).bar(BTC, 100).bar(ETH, 10).close();
    PortfolioDecision broken = walk.target(0, ETH, 0.2).bar(BTC, 100, 80).bar(ETH, 10).close();
    assertThat(walk.state.waiting[0]).isNotNull();
    Trade shrinking = Objects.requireNonNull(walk.state.waiting[0]);
    assertThat(shrinking.orderQuantity()).isBetween(-9.5, 0.0);
    assertThat(shrinking.why().forced()).isTrue();
    assertThat(broken.unsent())
        .extracting(UnsentRow::symbol, UnsentRow::rule)
        .containsExactly(tuple(ETH, "band"));
  }

  @Test
  void aSymbolWhoseFinestBarIsMissingWaitsThoughAPodSawOne() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("slow", 0.5, BTC)
            .pod("fast", 0.5, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).close();
    PortfolioDecision midnight = walk.barOfPod(0, BTC).target(0, BTC, 1).close();
    assertThat(midnight.unsent()).extracting(UnsentRow::rule).containsExactly("waiting");
    assertThat(walk.state.waiting[0]).isNull();
  }

  @Test
  void podsDoNotCrossWhereTheFinestBarIsMissing() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("long", 0.4, BTC)
            .pod("short", 0.4, BTC)
            .pod("fast", 0.2, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).close();
    walk.barOfPod(0, BTC).barOfPod(1, BTC).target(0, BTC, 1).target(1, BTC, -1).close();
    assertThat(walk.state.waiting[0]).isNull();
    walk.bar(BTC, 100).close();
    assertThat(walk.state.waiting[0]).isNotNull();
  }
}
