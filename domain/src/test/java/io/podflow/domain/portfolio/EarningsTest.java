package io.podflow.domain.portfolio;

import static io.podflow.domain.settings.LifecycleState.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.metrics.EqualParts;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What pods have earned in the portfolio (decision FI2). */
@Tag("FI2")
class EarningsTest {

  private static final String BTC = "BTC/USDT";

  /** There is one version, so the reserve changes at rebalances only. */
  @Property(tries = 200)
  void whatPodsEarnIsTheChangeOfEquity(@ForAll long seed) {
    Scenario scenario = Scenario.random(seed);
    List<PortfolioDecision> decisions = scenario.run();
    double before = scenario.capital();
    double reserve = Double.NaN;
    for (PortfolioDecision decision : decisions) {
      if (decision.equity().isEmpty()) {
        continue;
      }
      EquityRow books = decision.equity().get(0);
      if (!decision.pods().isEmpty()) {
        double earned = decision.pods().stream().mapToDouble(PodRow::earned).sum();
        assertThat(earned).isCloseTo(books.equity() - before, within(1e-8 * scenario.capital()));
        before = books.equity();
      }
      boolean rebalanced = decision.allocations().stream().anyMatch(row -> row.applied());
      if (!rebalanced && !Double.isNaN(reserve)) {
        assertThat(books.reserve()).isEqualTo(reserve);
      }
      reserve = books.reserve();
    }
  }

  @Example
  void fillsMarksFeesAndFundingAreEarnedAndARebalanceIsNot() {
    PortfolioFixture fixture = steady("a", 0.5).pod("b", 0.25, Timeframe.D1, 0.5, PRODUCTION, BTC);
    fixture.costBps = 100;
    fixture.fundingBps = 10;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.4).close();
    PortfolioDecision second = walk.bar(BTC, 100, 120).close();

    // 2 bought at 100 for 2; now worth 120 each; funding of three payments on 240
    double earned = 2 * 20 - 2 - 240 * 0.003;
    assertThat(second.pods().get(0).earned()).isCloseTo(earned, within(1e-9));
    assertThat(second.pods().get(1).earned()).isZero();

    double capital = walk.state.ledger.capital(0);
    walk.state.ledger.setCapital(0, capital + 50);
    PortfolioDecision third = walk.bar(BTC, 120, 120).close();
    assertThat(third.pods().get(0).earned()).isCloseTo(-240 * 0.003, within(1e-9));
    assertThat(UtcDays.endsDay(third.closeTime())).isTrue();
  }

  @Example
  void stateOfBeforeEarnsFromHereOn() {
    Walk walk = new Walk(steady("a", 0.5), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.8).close();
    walk.bar(BTC, 100, 110).close();
    walk.state.ledger.given = new double[0];

    PortfolioDecision next = walk.bar(BTC, 110, 115).close();
    assertThat(next.pods().get(0).earned()).isCloseTo(4 * 5, within(1e-9));
  }

  @Example
  void theBenchmarkBuysAtTheFirstOpenAndKnowsNoFuture() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC, "ETH/USDT");
    fixture.costBps = 100;
    Walk walk = new Walk(fixture, 1_000);
    double first = equalWeight(walk.bar(BTC, 100, 110).close());
    assertThat(first).isCloseTo(500 / 101.0 * 110 + 500, within(1e-9));

    double second = equalWeight(walk.bar(BTC, 110, 120).bar("ETH/USDT", 10, 8).close());
    assertThat(second).isCloseTo(500 / 101.0 * 120 + 500 / 10.1 * 8, within(1e-9));
  }

  @Example
  void stateOfBeforeHasNoBenchmark() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC), 1_000);
    walk.state.equalWeight = new EqualParts();
    assertThat(walk.bar(BTC, 100).close().benchmarks()).isEmpty();
  }

  /** A pod whose band is so wide that prices alone move nothing. */
  private static PortfolioFixture steady(String id, double fraction) {
    return new PortfolioFixture().pod(id, fraction, Timeframe.D1, 0.5, PRODUCTION, BTC);
  }

  private static double equalWeight(PortfolioDecision decision) {
    assertThat(decision.benchmarks()).hasSize(1);
    assertThat(decision.benchmarks().get(0).name()).isEqualTo("equal weight");
    return decision.benchmarks().get(0).equity();
  }
}
