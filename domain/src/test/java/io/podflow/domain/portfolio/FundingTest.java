package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.settings.Market;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class FundingTest {

  private static final String BTC = "BTC/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  private final PortfolioFixture fixture =
      new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);

  private Walk holding(double a, double b) {
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, a).target(1, BTC, b).close();
    return walk;
  }

  @Test
  void aLongPaysThreeTimesADayOnItsValueAtTheClose() {
    fixture.fundingBps = 10;
    EquityRow books = holding(0.8, 0).bar(BTC, 100, 120).close().equity().get(0);

    assertThat(books.funding()).isCloseTo(4 * 120 * 0.003, ROUNDING);
    assertThat(books.cash()).isCloseTo(600 - 4 * 120 * 0.003, ROUNDING);
    assertThat(books.equity()).isCloseTo(1_080 - 1.44, ROUNDING);
  }

  @Test
  void aShortReceivesAndEachPodHasItsOwn() {
    fixture.fundingBps = 10;
    Walk walk = holding(0.8, -0.4);
    EquityRow books = walk.bar(BTC, 100, 100).close().equity().get(0);

    assertThat(books.funding()).isCloseTo(2 * 100 * 0.003, ROUNDING);
    assertThat(walk.state.ledger.capital(0)).isCloseTo(500 - 4 * 100 * 0.003, ROUNDING);
    assertThat(walk.state.ledger.capital(1)).isCloseTo(500 + 2 * 100 * 0.003, ROUNDING);
  }

  @Test
  void whatIsDecidedAtACloseHasPaidNothingByIt() {
    fixture.fundingBps = 10;
    Walk walk = holding(0.8, 0);

    assertThat(walk.state.ledger.cash()).isEqualTo(1_000);
  }

  @Test
  void spotMarketsPayNothing() {
    fixture.fundingBps = 10;
    fixture.market = Market.SPOT;

    assertThat(holding(0.8, 0).bar(BTC, 100, 120).close().equity().get(0).funding()).isZero();
  }
}
