package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.risk.VolatilityState;
import io.podflow.domain.settings.LifecycleState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cap on volatility at the closes of a portfolio. */
@Tag("EV4")
class VolatilityControlTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  /** Daily returns of +x, −x, … deviate by about x, which is x · √365 a year. */
  private static final double WILD = 0.05;

  private final PortfolioFixture fixture = new PortfolioFixture();
  private double btc = 100;
  private boolean up;

  private PortfolioDecision day(Walk walk, double move) {
    up = !up;
    btc *= up ? 1 + move : 1 / (1 + move);
    return walk.bar(BTC, btc).close();
  }

  private Walk wild(int days) {
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);
    walk.target(0, BTC, 1);
    for (int i = 0; i < days; i++) {
      day(walk, WILD);
    }
    return walk;
  }

  private static TargetRow target(PortfolioDecision decision) {
    return decision.targets().get(0);
  }

  private static List<String> told(PortfolioDecision decision) {
    return decision.events().stream()
        .filter(e -> e.kind() == EventKind.RISK)
        .map(Event::message)
        .filter(message -> message.startsWith("volatility cap"))
        .toList();
  }

  @Test
  void thirtyReturnsAreNeededAndTheCloseThatEndsADayCounts() {
    fixture.maxVolatility = 0.3;
    Walk walk = wild(29);
    TargetRow thirty = target(day(walk, WILD));
    assertThat(thirty.volatilityScale()).isEqualTo(1);
    assertThat(thirty.volatilityEstimate()).isNaN();

    TargetRow capped = target(day(walk, WILD));

    assertThat(capped.volatilityEstimate()).isCloseTo(WILD * Math.sqrt(365), within(0.05));
    assertThat(capped.volatilityScale())
        .isCloseTo(0.3 / capped.volatilityEstimate(), within(1e-12));
    assertThat(capped.target()).isCloseTo(capped.volatilityScale(), within(1e-12));
    assertThat(capped.riskScale()).isEqualTo(1);
  }

  @Test
  void whatIsCappedIsWhatIsHeld() {
    fixture.maxVolatility = 0.3;
    Walk walk = wild(31);
    double scale = walk.state.volatility.scale;
    assertThat(scale).isLessThan(0.4);
    PositionRow position = day(walk, WILD).positions().get(0);
    double share = position.value() / walk.state.ledger.equity();
    assertThat(share).isCloseTo(scale, within(0.05));
  }

  @Test
  void noDefenceComesOfVolatility() {
    fixture.maxVolatility = 0.01;
    Walk walk = wild(10);
    for (int i = 0; i < 60; i++) {
      PortfolioDecision decision = day(walk, WILD);
      assertThat(target(decision).riskScale()).isEqualTo(1);
      assertThat(target(decision).target()).isGreaterThan(0);
      assertThat(decision.events()).noneMatch(e -> e.severity() == Severity.CRITICAL);
    }
  }

  @Test
  void withoutALimitNothingIsScaledAndClosesAreKept() {
    Walk walk = wild(40);
    TargetRow free = target(day(walk, WILD));
    assertThat(free.volatilityScale()).isEqualTo(1);
    assertThat(free.volatilityEstimate()).isNaN();
    assertThat(walk.state.volatility.days()).isEqualTo(41);
  }

  @Test
  void bindingIsToldAtTheFirstCloseAndWhenADayIsOverWithoutIt() {
    fixture.maxVolatility = 0.5;
    Walk walk = wild(30);
    assertThat(told(day(walk, WILD))).singleElement().asString().contains("binds: estimate");
    assertThat(told(day(walk, WILD))).isEmpty();
    walk.target(0, BTC, 0.1);
    assertThat(told(day(walk, WILD))).containsExactly("volatility cap binds no longer");
    assertThat(told(day(walk, WILD))).isEmpty();
    walk.target(0, BTC, 1);
    assertThat(told(day(walk, WILD))).hasSize(1);
  }

  @Test
  void aDayWithOneBoundCloseIsNotOver() {
    fixture.maxVolatility = 0.5;
    fixture.pod("a", 1, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.target(0, BTC, 1);
    for (int i = 0; i < 31; i++) {
      walk.bar(BTC, btc).close();
      day(walk, WILD);
    }
    assertThat(walk.state.volatility.binds).isTrue();
    assertThat(target(walk.bar(BTC, btc).close()).volatilityScale()).isLessThan(1);
    walk.target(0, BTC, 0.1);
    assertThat(told(day(walk, WILD))).as("the first half of the day was bound").isEmpty();
    assertThat(told(walk.bar(BTC, btc).close())).as("no day ends here").isEmpty();
    assertThat(told(day(walk, WILD))).containsExactly("volatility cap binds no longer");
  }

  @Test
  void whatHasNoBarCountsAsItStandsAndIsNotScaled() {
    fixture.maxVolatility = 0.3;
    // Nothing waits but what is forced, so that only what has a bar is decided.
    fixture.pod("a", 1, Timeframe.D1, 1, LifecycleState.PRODUCTION, BTC, ETH);
    Walk walk = new Walk(fixture, 1_000);
    walk.target(0, BTC, 0.5).target(0, ETH, 0.5);
    double eth = 50;
    for (int i = 0; i < 40; i++) {
      eth *= i % 3 == 0 ? 1.06 : 0.97;
      walk.bar(ETH, eth);
      day(walk, WILD);
    }
    PortfolioDecision both = day(walk, WILD);
    assertThat(both.targets()).singleElement().extracting(TargetRow::symbol).isEqualTo(BTC);
    assertThat(target(both).volatilityEstimate()).isGreaterThan(0.5 * WILD * Math.sqrt(365));
  }

  @Test
  void aTickGoesOnWithTheFactorOfTheLastClose() {
    fixture.maxVolatility = 0.3;
    Walk walk = wild(35);
    double scale = walk.state.volatility.scale;
    int days = walk.state.volatility.days();
    walk.tick(Duration.ofMinutes(5));
    assertThat(walk.state.volatility.scale).isEqualTo(scale);
    assertThat(walk.state.volatility.days()).isEqualTo(days);
  }

  @Test
  void warmUpDaysCountAndNothingIsDecidedOnThem() {
    fixture.maxVolatility = 0.3;
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);
    long close = walk.time - 40 * Duration.ofDays(1).toMillis();
    for (int i = 0; i < 40; i++) {
      close = walk.layout.nextClose(close);
      btc *= i % 2 == 0 ? 1 + WILD : 1 / (1 + WILD);
      walk.step.warmUp(
          walk.state, close, new Bar[] {new Bar(0, Timeframe.D1, close, btc, btc, btc, btc, 1)});
    }
    assertThat(walk.state.volatility.days()).isEqualTo(40);
    assertThat(walk.state.lastClose).isEqualTo(PortfolioState.NEVER);
    TargetRow first = target(walk.target(0, BTC, 1).bar(BTC, btc).close());
    assertThat(first.volatilityScale()).isLessThan(0.4);
  }

  @Test
  void stateOfBeforeBeginsLateAndSaysSo() {
    fixture.maxVolatility = 0.3;
    Walk walk = wild(40);
    walk.state.volatility = new VolatilityState();
    assertThat(told(day(walk, WILD))).singleElement().asString().contains("begins after 30 days");
    assertThat(walk.state.volatility.scale).isEqualTo(1);
    for (int i = 0; i < 29; i++) {
      assertThat(told(day(walk, WILD))).isEmpty();
    }
    assertThat(target(day(walk, WILD)).volatilityScale()).isLessThan(1);
  }
}
