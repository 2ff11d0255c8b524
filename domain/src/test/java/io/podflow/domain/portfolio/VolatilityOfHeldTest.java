package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.limits.VolatilityControl;
import io.podflow.domain.risk.VolatilityEstimate;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The volatility of what is held: what it is estimated from, and what it forces. */
@Tag("EV4")
class VolatilityOfHeldTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final double LIMIT = 0.3;

  private final PortfolioFixture fixture = new PortfolioFixture();

  /** As days turn wild, the cap wants less and less; the band of a half would wait for long. */
  @Test
  @Tag("TR2")
  void aLimitThatIsBrokenByATenthForcesWhatTheBandWouldHold() {
    fixture.maxVolatility = LIMIT;
    fixture.pod("a", 1, Timeframe.D1, 0.5, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.target(0, BTC, 1);
    double btc = 100;
    for (int i = 0; i < 40; i++) {
      walk.bar(BTC, i % 2 == 0 ? btc : btc * 1.01).close();
    }
    int bound = 0;
    PortfolioDecision day = walk.bar(BTC, btc).close();
    while (!(day.targets().get(0).volatilityEstimate() > 1.1 * LIMIT)) {
      boolean binds = day.targets().get(0).volatilityScale() < 1;
      assertThat(day.unsent())
          .extracting(UnsentRow::rule)
          .isEqualTo(binds ? List.of("band") : List.of());
      assertThat(walk.state.waiting[0]).isNull();
      bound += binds ? 1 : 0;
      btc = btc > 100 ? 100 : 105;
      day = walk.bar(BTC, btc).close();
    }

    assertThat(bound).as("days within a tenth of the limit").isPositive();
    PortfolioDecision filled = walk.bar(BTC, btc).close();
    assertThat(filled.orders()).extracting(OrderRow::forced).containsExactly(true);
    assertThat(filled.fills()).extracting(FillRow::side).containsExactly("SELL");
    assertThat(walk.state.ledger.quantity(0) * btc / walk.state.ledger.equity())
        .isCloseTo(day.targets().get(0).target(), within(1e-3));
  }

  /** What is kept of a removed pod is traded by nobody and moves all the same. */
  @Test
  @Tag("EX7")
  void whatNobodyTradesAnyMoreCounts() {
    fixture.maxVolatility = LIMIT;
    Walk walk = new Walk(fixture.pod("a", 0.5, BTC).pod("b", 0.5, ETH), 1_000);
    PortfolioFixture next = new PortfolioFixture().pod("b", 0.5, ETH);
    next.maxVolatility = LIMIT;
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    after.state.volatility.bySymbol = new double[][] {days(0, 40, 40, 0.05), days(0, 0, 40, 0)};
    Arrays.fill(after.state.ledger.marks, 100);

    double held =
        new VolatilityControl(after.layout).ofHeld(after.state, new double[] {5, 0}, 1_000);

    assertThat(held).isCloseTo(0.5 * 0.05 * Math.sqrt(365), within(0.02));
  }

  /** Neither has a day in common with the other, and each has as many: one has to leave. */
  @Test
  void ofTwoThatKnowAsMuchTheOneThatIsNamedFirstIsLeftOut() {
    Walk walk = new Walk(fixture.pod("a", 1, ETH, BTC), 1_000);
    walk.state.volatility.bySymbol = new double[][] {days(0, 40, 80, 0.05), days(40, 80, 80, 0.02)};
    assertThat(estimate(walk, 0.5, 0.5).assumed()).as("of BTC").isCloseTo(0.97, within(0.03));
  }

  @Test
  void aSymbolThatIsStaleHasNoHistoryToGoBy() {
    Walk walk = new Walk(fixture.pod("a", 1, BTC, ETH), 1_000);
    walk.state.volatility.bySymbol = new double[][] {days(0, 40, 40, 0.05), days(0, 40, 40, 0.02)};
    walk.state.missed[0] = 2;
    assertThat(estimate(walk, 0.5, 0.5).assumed()).isNaN();
    walk.state.missed[0] = 3;
    assertThat(estimate(walk, 0.5, 0.5).assumed()).as("of ETH").isCloseTo(0.39, within(0.02));
  }

  @Test
  void aSymbolOfWhichTheDayBringsNothingHasNoClose() {
    Walk walk = new Walk(fixture.pod("a", 1, BTC, ETH), 1_000);
    long close = walk.layout.nextClose(walk.time);
    Bar btc = new Bar(0, Timeframe.D1, close, 100, 100, 100, 100, 1);
    new VolatilityControl(walk.layout).observe(walk.state, close, new Bar[] {btc});
    assertThat(walk.state.volatility.bySymbol[0]).containsExactly(100);
    assertThat(walk.state.volatility.bySymbol[1]).containsExactly(Double.NaN);
  }

  private static VolatilityEstimate estimate(Walk walk, double btc, double eth) {
    return new VolatilityControl(walk.layout).estimate(walk.state, new double[] {btc, eth});
  }

  /** Closes that go up and down by a share of themselves on the days {@code from} to {@code to}. */
  private static double[] days(int from, int to, int all, double move) {
    double[] closes = new double[all];
    Arrays.fill(closes, Double.NaN);
    for (int day = from; day < to; day++) {
      closes[day] = day % 2 == 0 ? 100 : 100 * (1 + move);
    }
    return closes;
  }
}
