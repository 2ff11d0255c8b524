package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.settings.Market;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("L7")
class FundingTest {

  private static final String BTC = "BTC/USDT";
  private static final long HOUR = Timeframe.H1.millis();
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

  /** Whoever fills the orders: as long as the exchange side tells no payments. */
  @ParameterizedTest
  @Tag("EV7")
  @EnumSource(names = {"PAPER", "EXTERNAL"})
  void recordsArePaidInPlaceOfTheConfiguredRate(TradingMode mode) {
    fixture.fundingBps = 10;
    Walk walk = new Walk(fixture.layout(), 1_000, mode);
    walk.bar(BTC, 100).target(0, BTC, 0.8).close();
    walk.bar(BTC, 100, 100).close();
    walk.state.ledger.quantities[0][0] = 4;
    long last = walk.state.lastClose;
    for (long due : new long[] {last + 1, last + HOUR, last + Timeframe.D1.millis() + 1}) {
      PortfolioStep.take(walk.state, new FundingRate(BTC, due, 0.01));
    }

    EquityRow books = walk.bar(BTC, 100, 120).close().equity().get(0);

    double held = walk.state.ledger.quantity(0);
    assertThat(held).isGreaterThan(3);
    assertThat(books.funding()).isCloseTo(held * 120 * 0.02, ROUNDING);
    assertThat(walk.state.fundingRecords.waiting).as("due at the next close").hasSize(1);
  }

  @Test
  @Tag("EV7")
  void recordsArePaidWhereNothingElseIs() {
    Walk walk = holding(0.8, 0);
    walk.bar(BTC, 100).close();
    PortfolioStep.take(walk.state, new FundingRate(BTC, walk.time + 1, 0.01));

    assertThat(walk.bar(BTC, 100).close().equity().get(0).funding()).isCloseTo(4, ROUNDING);
  }

  /** There is no close before it. */
  @Test
  @Tag("EV7")
  void theFirstClosePaysNoRecord() {
    Walk walk = new Walk(fixture, 1_000);
    PortfolioStep.take(walk.state, new FundingRate(BTC, 1, 0.01));
    EquityRow books = walk.bar(BTC, 100).target(0, BTC, 0.8).close().equity().get(0);

    assertThat(books.funding()).isZero();
    assertThat(walk.state.fundingRecords.known).containsExactly(BTC);
  }
}
