package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pods and symbols that a version adds, beside what there was. */
@Tag("E1")
class NewcomersTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  private final Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC), 1_000);

  private Walk withNewcomer() {
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.4, ETH);
    return new Walk(walk, next, TradingMode.PAPER);
  }

  @Test
  void anOrderThatWaitsIsFilledForThoseWhoDecidedIt() {
    walk.target(0, BTC, 1).bar(BTC, 100).close();
    PortfolioDecision next = withNewcomer().bar(BTC, 100).bar(ETH, 10).close();
    assertThat(next.podFills())
        .extracting(PodFillRow::pod, PodFillRow::quantity)
        .containsExactly(tuple("a", 4.0));
  }

  @Test
  void ofASymbolThatIsNewNobodyKnowsHowMuchItTrends() {
    walk.bar(BTC, 100).close();
    walk.state.adx[0] = 30;
    Walk after = withNewcomer();
    after.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(after.state.adx).containsExactly(30, Double.NaN);
  }
}
