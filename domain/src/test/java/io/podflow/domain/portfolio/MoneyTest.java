package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What nobody may have twice: the capital of others, and leverage beside what is kept. */
class MoneyTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  @Test
  @Tag("E1")
  void aPodThatIsAddedTakesNoMoreThanTheReserve() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.7, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.5).close();
    walk.bar(BTC, 100).close();
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.7, BTC).pod("b", 0.5, BTC);
    Walk after = new Walk(walk, next, TradingMode.PAPER);

    EquityRow books = after.bar(BTC, 100).target(1, BTC, 1).close().equity().get(0);
    assertThat(after.state.ledger.capital(0)).isCloseTo(700, ROUNDING);
    assertThat(after.state.ledger.capital(1))
        .as("half of equity, but 300")
        .isCloseTo(300, ROUNDING);
    assertThat(after.state.fractions[1]).isCloseTo(0.3, ROUNDING);
    assertThat(books.reserve()).isCloseTo(0, ROUNDING);
    assertThat(after.state.waiting[0]).isNotNull();
    assertThat(after.state.waiting[0].changes()[1]).as("of what it has").isCloseTo(3, ROUNDING);
  }

  @Test
  @Tag("E1")
  void aPodThatIsAddedTakesWhatItIsToHaveWhereTheReserveIsLarger() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.2, BTC), 1_000);
    walk.bar(BTC, 100).close();
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.2, BTC).pod("b", 0.5, BTC);
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    EquityRow books = after.bar(BTC, 100).close().equity().get(0);
    assertThat(after.state.ledger.capital(1)).isCloseTo(500, ROUNDING);
    assertThat(books.reserve()).isCloseTo(300, ROUNDING);
  }

  @Test
  @Tag("CA5")
  void aShortThatIsKeptCountsAgainstLeverageAndStays() {
    Walk after = keptOf(-0.5);
    PortfolioDecision decided = after.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 2).close();
    // Pod a wants 1000 of 1000, and 500 are kept short: both are brought to the limit of 1.
    assertThat(decided.targets().get(0).leverageScale()).isCloseTo(1 / 1.5, ROUNDING);
    assertThat(decided.targets().get(0).target()).isCloseTo(1 / 1.5, ROUNDING);
    assertThat(after.state.waiting[0].orderQuantity()).isCloseTo(10 / 1.5, ROUNDING);
    assertThat(after.state.ledger.quantities[1][1]).isCloseTo(-50, ROUNDING);
  }

  @Test
  @Tag("CA5")
  void aLongThatIsKeptCountsAgainstLeverage() {
    PortfolioDecision decided = keptOf(0.5).bar(BTC, 100).bar(ETH, 10).target(0, BTC, -2).close();
    assertThat(decided.targets().get(0).leverageScale()).isCloseTo(1 / 1.5, ROUNDING);
  }

  /** A pod of half the equity that may trade, and half of equity that a removed pod has kept. */
  private static Walk keptOf(double share) {
    PortfolioFixture both =
        new PortfolioFixture().pod("a", 0.5, BTC).podThatLeaves("hold", "b", 0.5, ETH);
    Walk walk = new Walk(both, 1_000);
    walk.bar(BTC, 100).bar(ETH, 10).target(1, ETH, 2 * share).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(walk.state.ledger.quantities[1][1]).isCloseTo(100 * share, ROUNDING);
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.5, BTC);
    next.onRemoval = "hold";
    next.maxGrossLeverage = 1.0;
    return new Walk(walk, next, TradingMode.PAPER);
  }
}
