package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.InverseVolatility;
import io.podflow.domain.allocation.LedoitWolf;
import io.podflow.domain.allocation.ReturnSamples;
import io.podflow.domain.allocation.RiskParity;
import io.podflow.domain.allocation.SampleCovariance;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shrinkage between pods: off by default, and nothing but two keys of the configuration. */
@Tag("G2")
class ShrinkageByConfigurationTest {

  private static final PodCapital POD =
      new PodCapital(0.2, 0.15, 0.5, LifecycleState.PRODUCTION, 90, 0);
  private static final List<PodCapital> PODS = List.of(POD, POD, POD);

  private final double[][] returns = varied();

  private static double[][] varied() {
    double[][] series = ReturnSamples.series(new Random(3), 3, 60, 0.5, 8);
    for (double[] pod : series) {
      Arrays.setAll(pod, day -> 100 * pod[day]);
    }
    return series;
  }

  private CapitalWeights weights(CapitalMethod method, Covariance covariance, double shrinkage) {
    CapitalSettings settings =
        CapitalSettings.of(method)
            .with("covariance", covariance)
            .with("weightShrinkage", shrinkage);
    return new CapitalAllocator(settings.build()).weights(PODS, returns);
  }

  private static double[][] annual(double[][] covariance) {
    return Arrays.stream(covariance)
        .map(row -> Arrays.stream(row).map(value -> value * 365).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void offIsTheSampleCovarianceAndTheMethodItselfToTheLastBit() {
    assertThat(weights(CapitalMethod.RISK_PARITY, Covariance.SAMPLE, 0).method())
        .containsExactly(RiskParity.weights(annual(SampleCovariance.of(returns))));
    assertThat(weights(CapitalMethod.INVERSE_VOLATILITY, Covariance.SAMPLE, 0).method())
        .containsExactly(
            InverseVolatility.weights(
                Arrays.stream(returns).mapToDouble(ReturnMetrics::standardDeviation).toArray(),
                new double[returns.length]));
  }

  @Test
  void riskParityUsesTheConfiguredCovariance() {
    double[][] shrunk = annual(LedoitWolf.of(returns));
    double[] weights = weights(CapitalMethod.RISK_PARITY, Covariance.LEDOIT_WOLF, 0).method();
    assertThat(weights).containsExactly(RiskParity.weights(shrunk));
    assertThat(ReturnSamples.inequality(shrunk, weights)).isLessThan(1e-10);
    assertThat(weights[0])
        .isNotCloseTo(
            weights(CapitalMethod.RISK_PARITY, Covariance.SAMPLE, 0).method()[0], within(1e-3));
  }

  @Test
  void kellyUsesItInTheBetToo() {
    double[][] rising = Arrays.stream(returns).map(double[]::clone).toArray(double[][]::new);
    for (double[] pod : rising) {
      Arrays.setAll(pod, day -> pod[day] + 0.02);
    }
    CapitalSettings settings =
        CapitalSettings.of(CapitalMethod.ADAPTIVE_KELLY)
            .with("kellyConfidenceRamp", 1)
            .with("kellyFraction", 1e-3)
            .with("covariance", Covariance.LEDOIT_WOLF);
    double[] bet = new CapitalAllocator(settings.build()).weights(PODS, rising).method();
    double[][] covariance = annual(LedoitWolf.of(rising));
    for (int i = 0; i < 3; i++) {
      double mean = 0;
      for (int j = 0; j < 3; j++) {
        mean += covariance[i][j] * bet[j] / 1e-3;
      }
      assertThat(bet[i]).as("no bet is cut off, so Σk is the mean").isPositive();
      assertThat(mean)
          .isCloseTo(Arrays.stream(rising[i]).average().orElseThrow() * 365, within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource(CapitalMethod.class)
  void thePullIsTowardsEqualAndBeforeTheClamps(CapitalMethod method) {
    double[] none = weights(method, Covariance.SAMPLE, 0).method();
    CapitalWeights some = weights(method, Covariance.SAMPLE, 0.4);
    for (int i = 0; i < 3; i++) {
      assertThat(some.method()[i]).isCloseTo(0.6 * none[i] + 0.4 / 3, within(1e-15));
      assertThat(some.lifecycle()[i]).isCloseTo(POD.clamp(some.method()[i]), within(0.1));
    }
    assertThat(weights(method, Covariance.LEDOIT_WOLF, 1).method()).containsOnly(1 / 3.0);
  }

  @Test
  void equalIsAmongThosePodsThatTheMethodJudges() {
    double[][] young = {returns[0], returns[1], returns[2].clone()};
    Arrays.fill(young[2], 0, 55, Double.NaN);
    CapitalSettings settings =
        CapitalSettings.of(CapitalMethod.INVERSE_VOLATILITY).with("weightShrinkage", 1.0);
    assertThat(new CapitalAllocator(settings.build()).weights(PODS, young).method())
        .containsExactly(0.5, 0.5, 0);
  }

  @Test
  void theLonePodKeepsItsInitialFraction() {
    PodCapital retired = new PodCapital(0.2, 0.15, 0.5, LifecycleState.RETIRED, 90, 0);
    CapitalSettings settings =
        CapitalSettings.of(CapitalMethod.RISK_PARITY).with("weightShrinkage", 1.0);
    assertThat(
            new CapitalAllocator(settings.build())
                .weights(List.of(retired, POD, retired), returns)
                .method())
        .containsExactly(0, 0.2, 0);
  }

  @Test
  void aSwitchNeedsNothingButTheSettings() {
    double[] shares = {0.3, 0.3, 0.3};
    CapitalInputs inputs = new CapitalInputs(PODS, returns, shares, Double.NaN);
    double[][] before = Arrays.stream(returns).map(double[]::clone).toArray(double[][]::new);
    CapitalSettings settings = CapitalSettings.of(CapitalMethod.RISK_PARITY);
    RebalanceOutcome first = new CapitalRebalance(settings.build()).rebalance(inputs);
    settings.with("covariance", Covariance.LEDOIT_WOLF).with("weightShrinkage", 0.5);
    RebalanceOutcome second = new CapitalRebalance(settings.build()).rebalance(inputs);
    settings.with("covariance", Covariance.SAMPLE).with("weightShrinkage", 0.0);
    RebalanceOutcome third = new CapitalRebalance(settings.build()).rebalance(inputs);
    assertThat(second.fractions()).isNotEqualTo(first.fractions());
    assertThat(third.fractions()).containsExactly(first.fractions());
    assertThat(returns).isDeepEqualTo(before);
    assertThat(shares).containsExactly(0.3, 0.3, 0.3);
  }
}
