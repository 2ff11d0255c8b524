package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.portfolio.books.DailyReturns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept and told of the pods' own days. */
@Tag("FP14")
class PodDaysTest {

  private static final String BTC = "BTC/USDT";

  private static Walk twoDays() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC), 1_000);
    walk.dailyReturn(0, 0.1).bar(BTC, 100).close();
    walk.dailyReturn(0, -0.2).bar(BTC, 100).close();
    return walk;
  }

  @Test
  void aPodThatIsAddedHasNoReturnOnTheDaysBefore() {
    PortfolioFixture next = new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.4, BTC);
    Walk walk = new Walk(twoDays(), next, TradingMode.PAPER);
    walk.dailyReturn(0, 0.3).dailyReturn(1, 0.4).bar(BTC, 100).close();
    assertThat(walk.state.dailyReturns.byPod[0]).containsExactly(0.1, -0.2, 0.3);
    assertThat(walk.state.dailyReturns.byPod[1]).containsExactly(Double.NaN, Double.NaN, 0.4);
  }

  @Test
  void aPodThatIsGoneHasNoReturnFromThenOn() {
    PortfolioFixture next = new PortfolioFixture().pod("b", 0.4, BTC);
    Walk walk = new Walk(twoDays(), next, TradingMode.PAPER);
    walk.dailyReturn(1, 0.4).bar(BTC, 100).close();
    assertThat(walk.state.dailyReturns.byPod[0]).containsExactly(0.1, -0.2, Double.NaN);
  }

  @Test
  void aStateWithoutPodsHasNoDay() {
    assertThat(new DailyReturns().hasBegun()).isFalse();
  }

  @Test
  @Tag("L3")
  void theMonitorsAreToldOfADayThatHasAReturn() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC), 1_000);
    walk.bar(BTC, 100).close();
    assertThat(walk.dailyReturn(0, -0.25).bar(BTC, 100).close().monitors())
        .extracting(MonitorRow::pod, MonitorRow::gbmDepth, MonitorRow::gbmDurationDays)
        .containsExactly(tuple("a", 0.25, 1));
  }
}
