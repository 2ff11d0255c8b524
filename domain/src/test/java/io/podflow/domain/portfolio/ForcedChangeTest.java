package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.orders.SymbolChange;
import io.podflow.domain.settings.LifecycleState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What has to be followed at once, and where no fill is needed for it (decisions TR2, TR3). */
class ForcedChangeTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  private final PortfolioFixture fixture =
      new PortfolioFixture()
          .pod("large", 0.9, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC, ETH)
          .pod("small", 0.05, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC, ETH);

  @Test
  @Tag("TR2")
  void aForcedChangePassesTheBand() {
    Walk walk = entered(new Walk(fixture, 1_000));
    PortfolioDecision signal = walk.bar(BTC, 100).bar(ETH, 10).target(1, BTC, 0).close();
    assertThat(signal.unsent()).extracting(UnsentRow::rule).containsExactly("band");
    walk.bar(BTC, 100).bar(ETH, 10).target(1, BTC, 1).close();

    walk.bar(BTC, 100).bar(ETH, 10).stop(1, BTC).close();
    PortfolioDecision filled = walk.bar(BTC, 100).bar(ETH, 10).close();

    assertThat(filled.orders())
        .extracting(OrderRow::reason, OrderRow::forced)
        .containsExactly(tuple("stop", true));
    assertThat(filled.orders().get(0).band()).isCloseTo(0.1 * 9.5, within(1e-9));
    assertThat(filled.podFills())
        .extracting(PodFillRow::pod, PodFillRow::cause)
        .containsExactly(tuple("small", "stop"));
  }

  @Test
  @Tag("TR2")
  void aForcedChangeThatWaitsIsForcedUntilItIsDone() {
    Walk walk = entered(new Walk(fixture, 1_000));
    // Something waits at the stop's close: its order comes after the open that fills it.
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 0.5).close();
    PortfolioDecision stopped = walk.bar(ETH, 10).barOfPod(1, BTC).stop(1, BTC).close();
    assertThat(stopped.unsent()).extracting(UnsentRow::rule).containsExactly("waiting");
    walk.bar(BTC, 100).bar(ETH, 10).close();
    PortfolioDecision filled = walk.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(filled.orders()).extracting(OrderRow::forced).containsExactly(true);
    assertThat(walk.state.ledger.quantities[1][0]).isZero();
  }

  @Test
  @Tag("TR3")
  void sharesThatSumToNothingCrossAtTheMark() {
    PortfolioFixture halves =
        new PortfolioFixture()
            .pod("a", 0.5, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC, ETH)
            .pod("b", 0.5, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC, ETH);
    Walk walk = new Walk(halves, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 1).target(1, BTC, -1).close();
    PortfolioDecision met = walk.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(met.podFills()).allMatch(row -> row.fillId().startsWith("open:"));

    PortfolioDecision both = walk.bar(BTC, 110).bar(ETH, 10).stop(0, BTC).stop(1, BTC).close();

    assertThat(both.podFills())
        .extracting(PodFillRow::pod, PodFillRow::price, PodFillRow::crossed, PodFillRow::cause)
        .containsExactly(tuple("a", 110.0, true, "stop"), tuple("b", 110.0, true, "stop"));
    assertThat(both.podFills()).allMatch(row -> row.fillId().startsWith("mark:"));
    assertThat(walk.state.ledger.quantities[0][0]).isZero();
    assertThat(walk.state.ledger.quantities[1][0]).isZero();
    assertThat(walk.state.waiting[0]).isNull();
  }

  @Test
  @Tag("TR3")
  void whatIsOppositeCrossesWhenASymbolGoesStale() {
    PortfolioFixture halves = new PortfolioFixture().pod("a", 0.5, BTC, ETH).pod("b", 0.5, BTC);
    Walk walk = new Walk(halves, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 1).target(1, BTC, -1).close();
    walk.bar(BTC, 90).bar(ETH, 10).target(0, BTC, 1).target(1, BTC, -1).close();
    walk.bar(ETH, 10).close();
    walk.bar(ETH, 10).close();
    PortfolioDecision stale = walk.bar(ETH, 10).close();
    assertThat(stale.orders()).isEmpty();
    assertThat(stale.podFills())
        .extracting(PodFillRow::pod, PodFillRow::price, PodFillRow::crossed, PodFillRow::cause)
        .containsExactly(tuple("a", 90.0, true, "stale"), tuple("b", 90.0, true, "stale"));
    assertThat(stale.targets()).extracting(TargetRow::symbol).containsExactly(ETH);
    assertThat(stale.unsent()).isEmpty();
    assertThat(walk.state.ledger.quantities[0][0]).isZero();
  }

  @Test
  @Tag("RU1")
  @Tag("TR3")
  void whatRuinedPodsHaveAgainstEachOtherCrossesForThatReason() {
    PortfolioFixture halves = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    Walk walk = new Walk(halves, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).target(1, BTC, -1).close();
    walk.bar(BTC, 100).close();
    PortfolioDecision both = walk.bar(BTC, 110).ruin(0).ruin(1).close();
    assertThat(both.podFills())
        .extracting(PodFillRow::pod, PodFillRow::price, PodFillRow::crossed, PodFillRow::cause)
        .containsExactly(
            tuple("a", 110.0, true, "lifecycle"), tuple("b", 110.0, true, "lifecycle"));
  }

  @Test
  @Tag("TR2")
  void aBrokenLimitForcesWhatMakesThePositionSmallerWhateverIsKeptInIt() {
    // Of the position of 9.5 the removed pod keeps 20, so the others are short 10.5.
    SymbolChange smaller = change(new double[] {-12, 20}, new double[] {-10.5, 20}, 20);
    assertThat(smaller.shrinks()).as("from 9.5 to 8").isTrue();
    SymbolChange larger = change(new double[] {-8, 20}, new double[] {-10.5, 20}, 20);
    assertThat(larger.shrinks()).as("from 9.5 to 12").isFalse();
  }

  private static SymbolChange change(double[] wanted, double[] held, double kept) {
    return new SymbolChange(
        wanted,
        held,
        new double[2],
        new double[] {0, kept},
        new double[2],
        new Factors[2],
        new Cause[2],
        null);
  }

  private static Walk entered(Walk walk) {
    walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 1).target(1, BTC, 1).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    return walk;
  }
}
