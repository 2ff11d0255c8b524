package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RETIRED pods in netting and capital (requirement A3). */
@Tag("L7")
class RetiredPodTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  @Test
  @Tag("A3")
  void aPodThatStartsRetiredTradesNothingAndTakesNothingFromTheOthers() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 0.25, BTC)
            .pod("gone", 0.5, Timeframe.D1, 0, LifecycleState.RETIRED, BTC, ETH)
            .pod("b", 0.25, BTC);
    fixture.calendarDays = 2;
    fixture.minRebalanceTurnover = 0;
    Walk walk = new Walk(fixture, 1_000);
    Walk without = new Walk(withoutTheRetired(), 1_000);
    for (int day = 0; day < 8; day++) {
      walk.bar(BTC, 100 + day).bar(ETH, 10).target(0, BTC, 0.5).target(2, BTC, -0.1 * day);
      walk.target(1, BTC, 0.7).target(1, ETH, -0.7);
      without.bar(BTC, 100 + day).target(0, BTC, 0.5).target(1, BTC, -0.1 * day);
      PortfolioDecision decision = walk.close();
      PortfolioDecision expected = without.close();
      assertThat(decision.podFills()).noneMatch(row -> row.pod().equals("gone"));
      assertThat(decision.positions()).noneMatch(row -> row.symbol().equals(ETH));
      assertThat(decision.pods().get(1).fraction()).isZero();
      assertThat(decision.pods().get(1).capital()).isZero();
      assertThat(decision.pods().get(1).state()).isEqualTo("RETIRED");
      assertThat(decision.equity()).isEqualTo(expected.equity());
      assertThat(decision.pods().stream().filter(row -> !row.pod().equals("gone")))
          .as("the others keep what they would have without it")
          .isEqualTo(expected.pods());
    }
    assertThat(walk.state.lastRebalanceDay).isNotEqualTo(Long.MIN_VALUE);
  }

  @Test
  @Tag("A3")
  void aPodThatRetiresClosesItsPositionsBeforeAnyRebalance() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.4).target(1, BTC, 0.2).close();
    walk.bar(BTC, 100).close();
    walk.state.lives[0].state = LifecycleState.RETIRED;
    PortfolioDecision retired = walk.bar(BTC, 100).close();
    assertThat(retired.allocations()).isEmpty();
    assertThat(retired.targets()).extracting(TargetRow::netTarget).containsExactly(0.1);
    assertThat(walk.bar(BTC, 100).close().podFills())
        .extracting(PodFillRow::pod, PodFillRow::quantity)
        .containsExactly(tuple("a", -2.0));
    assertThat(walk.state.ledger.capital(0)).isEqualTo(500);
  }

  @Test
  @Tag("A3")
  void aPodThatRetiresLosesItsFractionAtOnce() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);
    fixture.calendarDays = 2;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.4).target(1, BTC, 0.2).close();
    walk.bar(BTC, 100).close();
    walk.state.lives[0].state = LifecycleState.RETIRED;
    PortfolioDecision retired = walk.bar(BTC, 100).close();
    assertThat(retired.targets()).extracting(TargetRow::netTarget).containsExactly(0.1);
    assertThat(retired.pods()).extracting(PodRow::fraction).containsExactly(0.0, 0.5);
    assertThat(retired.pods()).extracting(PodRow::capital).containsExactly(0.0, 500.0);
    assertThat(retired.equity()).extracting(EquityRow::reserve).containsExactly(500.0);
  }

  private static PortfolioFixture withoutTheRetired() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.25, BTC).pod("b", 0.25, BTC);
    fixture.calendarDays = 2;
    fixture.minRebalanceTurnover = 0;
    return fixture;
  }
}
