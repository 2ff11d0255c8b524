package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.CashBufferSettings;
import io.podflow.domain.settings.DrawdownDeriskSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.VolatilityTargetSettings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Overlays one by one and together, on weights of a half and a quarter. */
@Tag("L1")
class CapitalOverlaysTest {

  private static final double[] WEIGHTS = {0.5, 0.25};
  private static final double ROUNDING = 1e-12;
  private static final double[][] NO_RETURNS = new double[2][0];

  private final CapitalSettings settings = CapitalSettings.of(CapitalMethod.EQUAL_WEIGHT);
  private double[] drawdowns = {0, 0};
  private double[][] returns = NO_RETURNS;
  private double adx = Double.NaN;
  private LifecycleState state = LifecycleState.PRODUCTION;
  private double maxFraction = 1;

  private double[] apply(double... weights) {
    List<PodCapital> pods =
        Arrays.stream(drawdowns)
            .mapToObj(drawdown -> new PodCapital(0.5, 0.02, maxFraction, state, 90, drawdown))
            .toList();
    return new CapitalOverlays(settings.build())
        .apply(new CapitalInputs(pods, returns, weights, adx), weights);
  }

  private void volatilityTarget(double annual, int lookback) {
    settings.with("volatilityTarget", new VolatilityTargetSettings(annual, lookback, 0.1, 1.5));
  }

  /** Two pods that move together by {@code jump} every day, up and down in turn. */
  private static double[][] together(double jump, int days) {
    double[] series = new double[days];
    Arrays.setAll(series, day -> day % 2 == 0 ? jump : -jump);
    return new double[][] {series, series};
  }

  /** Annualised deviation of {@link #together} with all of equity. */
  private static double volatility(double jump, int days) {
    return jump * Math.sqrt(365.0 * days / (days - 1));
  }

  @Test
  void withoutSectionsTheWeightsStay() {
    adx = 5;
    drawdowns = new double[] {0.9, 0.9};
    returns = together(0.5, 60);
    assertThat(apply(WEIGHTS)).containsExactly(WEIGHTS);
  }

  @Test
  void drawdownHalvesAndThenTakesAll() {
    settings.with("drawdownDerisk", new DrawdownDeriskSettings(0.1, 0.2));
    drawdowns = new double[] {0.0999, 0.1};
    assertThat(apply(WEIGHTS)).containsExactly(0.5, 0.125);
    drawdowns = new double[] {0.1999, 0.2};
    assertThat(apply(WEIGHTS)).containsExactly(0.25, 0);
    drawdowns = new double[] {0.3 - 0.2, 0.3 - 0.1};
    assertThat(drawdowns)
        .as("below the thresholds in binary alone")
        .isNotEqualTo(new double[] {0.1, 0.2});
    assertThat(apply(WEIGHTS)).containsExactly(0.25, 0);
  }

  @Test
  void volatilityIsBroughtToTheTarget() {
    returns = together(0.02, 60);
    volatilityTarget(0.5 * 0.75 * volatility(0.02, 60), 60);
    assertThat(apply(WEIGHTS)).containsExactly(new double[] {0.25, 0.125}, within(ROUNDING));
    volatilityTarget(1.2 * 0.75 * volatility(0.02, 60), 60);
    assertThat(apply(WEIGHTS)).containsExactly(new double[] {0.6, 0.3}, within(ROUNDING));
  }

  @Test
  void theFactorIsBetweenFloorAndCap() {
    returns = together(0.9, 60);
    volatilityTarget(0.01, 60);
    assertThat(apply(WEIGHTS)).containsExactly(new double[] {0.05, 0.025}, within(ROUNDING));
    returns = together(1e-5, 60);
    assertThat(apply(0.3, 0.2)).containsExactly(new double[] {0.45, 0.3}, within(ROUNDING));
    returns = together(0, 60);
    assertThat(apply(0.3, 0.2)).containsExactly(new double[] {0.45, 0.3}, within(ROUNDING));
  }

  @Test
  void aRiseEndsWhereTheWeightsSumToOne() {
    volatilityTarget(0.15, 60);
    returns = together(0, 60);
    assertThat(apply(0.6, 0.3)).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(ROUNDING));
    assertThat(apply(0.5, 0.5)).containsExactly(0.5, 0.5);
    assertThat(apply(0, 0)).containsExactly(0, 0);
  }

  @Test
  void noPodRisesAboveWhatItsStateAllows() {
    volatilityTarget(0.15, 60);
    maxFraction = 0.4;
    assertThat(apply(0.35, 0.1)).containsExactly(new double[] {0.4, 0.15}, within(ROUNDING));
    state = LifecycleState.INCUBATION;
    assertThat(apply(0.45, 0.1)).containsExactly(new double[] {0.5, 0.15}, within(ROUNDING));
    state = LifecycleState.PROBATION;
    assertThat(apply(0.02, 0.02)).containsExactly(0.02, 0.02);
    state = LifecycleState.RETIRED;
    assertThat(apply(0, 0)).containsExactly(0, 0);
  }

  @Test
  void fewerThanFiveCommonDaysAreNoVolatility() {
    returns = together(0.02, 60);
    returns[0] = returns[0].clone();
    Arrays.fill(returns[0], 0, 56, Double.NaN);
    volatilityTarget(0.15, 60);
    assertThat(apply(0.3, 0.2)).containsExactly(new double[] {0.45, 0.3}, within(ROUNDING));
    returns[0][55] = returns[1][55];
    volatilityTarget(0.5 * volatility(0.02, 60), 60);
    double[] five = {0.02, -0.02, 0.02, -0.02, 0.02};
    double deviation = Math.sqrt(Arrays.stream(five).map(r -> (r - 0.004) * (r - 0.004)).sum() / 4);
    double factor = 0.5 * volatility(0.02, 60) / (0.75 * deviation * Math.sqrt(365));
    assertThat(apply(WEIGHTS))
        .containsExactly(new double[] {0.5 * factor, 0.25 * factor}, within(ROUNDING));
  }

  @Test
  void aPodWithoutWeightShortensNoHistory() {
    returns = together(0.02, 60);
    returns[1] = new double[60];
    Arrays.fill(returns[1], Double.NaN);
    volatilityTarget(0.5 * 0.5 * volatility(0.02, 60), 60);
    assertThat(apply(0.5, 0)).containsExactly(new double[] {0.25, 0}, within(ROUNDING));
  }

  @Test
  void onlyTheLookBackIsMeasured() {
    returns = together(0.5, 60);
    double[] calm = together(0.02, 60)[0];
    System.arraycopy(calm, 40, returns[0], 40, 20);
    volatilityTarget(0.5 * 0.75 * volatility(0.02, 20), 20);
    assertThat(apply(WEIGHTS)).containsExactly(new double[] {0.25, 0.125}, within(ROUNDING));
    volatilityTarget(0.15, 200);
    assertThat(new CapitalRebalance(settings.build()).historyDays()).isEqualTo(200);
  }

  @Test
  void cashIsHeldWhileMarketsGoNowhere() {
    settings.with("cashBuffer", new CashBufferSettings(14, 25, 20, 0.4));
    for (double[] expected :
        new double[][] {{30, 1}, {25, 1}, {22.5, 0.8}, {21, 0.68}, {20, 0.6}, {3, 0.6}}) {
      adx = expected[0];
      assertThat(apply(WEIGHTS))
          .as("ADX " + adx)
          .containsExactly(new double[] {0.5 * expected[1], 0.25 * expected[1]}, within(ROUNDING));
    }
    adx = Double.NaN;
    assertThat(apply(WEIGHTS)).containsExactly(WEIGHTS);
  }

  @Test
  void drawdownComesFirstThenVolatilityThenCash() {
    settings
        .with("drawdownDerisk", new DrawdownDeriskSettings(0.1, 0.2))
        .with("cashBuffer", new CashBufferSettings(14, 25, 20, 0.4));
    returns = together(0.02, 60);
    drawdowns = new double[] {0.3, 0};
    adx = 10;
    volatilityTarget(0.25 * volatility(0.02, 60), 60);
    // Without the first pod the portfolio is at its target already; then 40 % are held in cash.
    assertThat(apply(WEIGHTS)).containsExactly(new double[] {0, 0.15}, within(ROUNDING));
  }

  @Test
  @Tag("A1")
  void theyActBeforeTheTurnoverLimitsAndAreNoLifecycleWeight() {
    settings.with("drawdownDerisk", new DrawdownDeriskSettings(0.1, 0.2));
    PodCapital down = new PodCapital(0.5, 0.02, 1, LifecycleState.PRODUCTION, 90, 0.5);
    PodCapital up = new PodCapital(0.5, 0.02, 1, LifecycleState.PRODUCTION, 90, 0);
    RebalanceOutcome outcome =
        new CapitalRebalance(settings.build())
            .rebalance(
                new CapitalInputs(
                    List.of(down, up), NO_RETURNS, new double[] {0.45, 0.45}, Double.NaN));
    assertThat(outcome.lifecycleWeights()).containsExactly(0.5, 0.5);
    assertThat(outcome.fractions()).containsExactly(new double[] {0.35, 0.5}, within(ROUNDING));
  }
}
