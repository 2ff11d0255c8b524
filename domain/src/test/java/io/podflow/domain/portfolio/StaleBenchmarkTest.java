package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The benchmark of equal parts sells what has gone stale, as the portfolio does. */
@Tag("FI2")
class StaleBenchmarkTest {

  private static final String BTC = "BTC/USDT";
  private static final double BOUGHT = 1_000 / 101.0;

  @Test
  void aPartIsSoldAtTheLastCloseAtTheThirdCloseOfItsOwnThatIsMissed() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 0.5, BTC)
            .pod("fast", 0.1, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC);
    fixture.costBps = 100;
    Walk walk = new Walk(fixture, 1_000);
    assertEquity(walk.bar(BTC, 100, 120).close(), BOUGHT * 120);
    assertEquity(walk.close(), BOUGHT * 120);
    assertEquity(walk.close(), BOUGHT * 120);
    assertEquity(walk.close(), BOUGHT * 120 * 0.99);
    assertEquity(walk.bar(BTC, 300).close(), BOUGHT * 120 * 0.99);
  }

  private static void assertEquity(PortfolioDecision decision, double equity) {
    assertThat(decision.benchmarks().get(0).equity()).isCloseTo(equity, within(1e-9));
  }
}
