package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.day.PortfolioCorrelation;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleState;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a pod's returns have in common with the portfolio's, and what follows from it. */
@Tag("L3")
class PortfolioCorrelationTest {

  private static final String BTC = "BTC/USDT";
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final double NONE = Double.NaN;
  private static final int ALL_DAYS = 90;

  /** A pod in PRODUCTION with a half, one with a quarter, and what daily returns they had. */
  private static PortfolioState twoPods(double[]... returns) {
    PortfolioState state =
        new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.25, BTC), 1_000).state;
    state.dailyReturns.byPod = returns;
    return state;
  }

  private static double[] correlations(PortfolioState state) {
    return PortfolioCorrelation.of(state, ALL_DAYS);
  }

  @Test
  void thePortfolioIsTheSumOfItsPodsByTheirFractions() {
    // The portfolio has 0.015, 0.01 and 0.02: 0, -0.005 and 0.005 from its mean.
    double[] both =
        correlations(twoPods(new double[] {0.01, 0.02, 0.03}, new double[] {0.04, 0, 0.02}));
    assertThat(both[0]).as("0.00005 / √(0.0002 · 0.00005)").isCloseTo(0.5, ROUNDING);
    assertThat(both[1]).as("0.0001 / √(0.0008 · 0.00005)").isCloseTo(0.5, ROUNDING);
  }

  @Test
  void aPodThatGoesAgainstThePortfolioHasANegativeOne() {
    // The portfolio has 0.005 and 0.015.
    double[] both = correlations(twoPods(new double[] {0, 0.04}, new double[] {0.02, -0.02}));
    assertThat(both[0]).isCloseTo(1, ROUNDING);
    assertThat(both[1]).isCloseTo(-1, ROUNDING);
  }

  @Test
  void daysBeforeAPodsFirstMoveThePortfolioByTheOthersAndAreNoDaysOfItsOwn() {
    // The portfolio has 0.02, 0.015, 0.01 and 0.02.
    double[] both =
        correlations(
            twoPods(new double[] {0.04, 0.01, 0.02, 0.03}, new double[] {NONE, 0.04, 0, 0.02}));
    assertThat(both[0])
        .as("0.000125 / √(0.0005 · 0.00006875)")
        .isCloseTo(0.000125 / Math.sqrt(0.0005 * 0.00006875), ROUNDING);
    assertThat(both[1]).as("of the last three days").isCloseTo(0.5, ROUNDING);
  }

  @Test
  void onlyTheLastDaysCount() {
    PortfolioState state =
        twoPods(new double[] {-0.9, 0.01, 0.02, 0.03}, new double[] {-0.9, 0.04, 0, 0.02});
    assertThat(PortfolioCorrelation.of(state, 3)[0]).isCloseTo(0.5, ROUNDING);
    assertThat(PortfolioCorrelation.of(state, 4)[0]).isGreaterThan(0.9);
    assertThat(PortfolioCorrelation.of(state, 5)[0]).isGreaterThan(0.9);
  }

  @Test
  void aPodThatIsRetiredDoesNotMoveThePortfolio() {
    PortfolioState state = twoPods(new double[] {0.01, 0.02, 0.03}, new double[] {0.04, 0, 0.02});
    state.lives[0].state = LifecycleState.RETIRED;
    double[] both = correlations(state);
    assertThat(both[0]).as("-0.0002 / √(0.0002 · 0.0008)").isCloseTo(-0.5, ROUNDING);
    assertThat(both[1]).as("it is the portfolio").isNaN();
  }

  @Test
  void aPodBesideOneWithoutCapitalIsThePortfolioAndHasNone() {
    PortfolioState state = twoPods(new double[] {0.01, 0.02, 0.03}, new double[] {0.04, 0, 0.02});
    state.fractions[1] = 0;
    assertThat(correlations(state)[0]).isNaN();
    assertThat(correlations(state)[1]).isCloseTo(-0.5, ROUNDING);
  }

  @Test
  void aPodThatIsAloneHasNone() {
    PortfolioState state = new Walk(new PortfolioFixture().pod("a", 0.5, BTC), 1_000).state;
    state.dailyReturns.byPod = new double[][] {{0.01, 0.02, 0.03}};
    assertThat(correlations(state)).containsExactly(NONE);
  }

  @Test
  void fewerThanTwoDaysHaveNone() {
    assertThat(correlations(twoPods(new double[] {0.01}, new double[] {0.02})))
        .containsExactly(NONE, NONE);
    assertThat(correlations(twoPods(new double[0], new double[0]))).containsExactly(NONE, NONE);
  }

  @Test
  void returnsThatDoNotVaryHaveNone() {
    double[] both =
        correlations(twoPods(new double[] {0.01, 0.01, 0.01}, new double[] {0.04, 0, 0.02}));
    assertThat(both[0]).as("of a pod").isNaN();
    assertThat(both[1]).as("beside a pod").isCloseTo(1, ROUNDING);
    assertThat(correlations(twoPods(new double[] {0.01, -0.01}, new double[] {-0.02, 0.02})))
        .as("of the portfolio")
        .containsExactly(NONE, NONE);
  }

  /** The first pod earns on four days of five; the second has most of the capital. */
  private static LifecycleState afterTenDays(int lag) {
    PortfolioFixture fixture = new PortfolioFixture();
    fixture.graduation = new GraduationSettings(10, 0.5, 0.2, 0, 0.3, 0.3, 0.65, 90);
    fixture.pod("a", 0.1, Timeframe.D1, 0, LifecycleState.INCUBATION, BTC).pod("b", 0.8, BTC);
    Walk walk = new Walk(fixture, 1_000);
    for (int day = 0; day < 10; day++) {
      walk.dailyReturn(0, earned(day)).dailyReturn(1, earned(day + lag)).bar(BTC, 100).close();
    }
    return walk.state.lives[0].state;
  }

  private static double earned(int day) {
    return day % 5 == 4 ? -0.005 : 0.01;
  }

  @Test
  void aPodThatDoesWhatThePortfolioDoesAnywayDoesNotGraduate() {
    assertThat(afterTenDays(0)).isEqualTo(LifecycleState.INCUBATION);
    assertThat(afterTenDays(2)).as("loses on another day").isEqualTo(LifecycleState.PRODUCTION);
  }
}
