package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.market.Timeframe;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.settings.JournalSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.UnsentRows;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the desk sends, refuses, tells and remembers of a symbol. */
@Tag("TR4")
class OrderDeskTest {

  private static final String BTC = "BTC/USDT";

  /** A pod with a band of a tenth that holds 4 BTC. */
  private static Walk held(UnsentRows unsent) {
    PortfolioFixture fixture =
        new PortfolioFixture().pod("a", 0.4, Timeframe.D1, 0.1, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture.roster(), 1_000, TradingMode.PAPER, new JournalSettings(unsent));
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
    Walk walk =
        new Walk(new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.4, "ETH/USDT"), 1_000);
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
}
