package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.DualMomentumSettings;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shrinkage inside a pod (decision CA10). */
@Tag("G2")
class ShrinkageTest {

  private static final double[] STRENGTHS = {0.2, 0.9, 0, 0.7};

  private final double[][] series = ReturnSamples.series(new Random(7), 4, 60, 0.6, 5);

  @Test
  void isAWeightedMeanWithEqualWeights() {
    assertThat(Shrinkage.towardsEqual(new double[] {0.6, 0.3, 0.1}, 0.25))
        .containsExactly(
            new double[] {0.45 + 0.25 / 3, 0.225 + 0.25 / 3, 0.075 + 0.25 / 3}, within(1e-15));
    assertThat(Shrinkage.towardsEqual(new double[] {0.2, 0}, 0.5))
        .as("cash is pulled, too")
        .containsExactly(new double[] {0.35, 0.25}, within(1e-15));
    assertThat(Shrinkage.towardsEqual(new double[0], 0.5)).isEmpty();
  }

  @Test
  void withoutThePullEveryBitStays() {
    double[] weights = {0.1, 0.2, 0.7 - 1e-16, Double.MIN_VALUE, 0};
    assertThat(Shrinkage.towardsEqual(weights, 0)).containsExactly(weights);
  }

  @Test
  void offIsTheSampleCovarianceAndTheMethodItself() {
    double[][] sample = SampleCovariance.withDispersion(SampleCovariance.of(series));
    assertThat(weights(AllocationMethod.RISK_PARITY, Covariance.SAMPLE, 0))
        .containsExactly(WaterFilling.fill(RiskParity.weights(sample), 0.1, 0.6));
    assertThat(weights(AllocationMethod.INVERSE_VOLATILITY, Covariance.SAMPLE, 0))
        .containsExactly(
            WaterFilling.fill(
                InverseVolatility.weights(deviations(series), new double[series.length]),
                0.1,
                0.6));
  }

  @Test
  void riskParityUsesTheConfiguredCovariance() {
    assertThat(weights(AllocationMethod.RISK_PARITY, Covariance.LEDOIT_WOLF, 0))
        .containsExactly(WaterFilling.fill(RiskParity.weights(LedoitWolf.of(series)), 0.1, 0.6))
        .isNotEqualTo(weights(AllocationMethod.RISK_PARITY, Covariance.SAMPLE, 0));
  }

  @ParameterizedTest
  @EnumSource(value = AllocationMethod.class, names = "RISK_PARITY", mode = EnumSource.Mode.EXCLUDE)
  void otherMethodsKnowNoCovariance(AllocationMethod method) {
    assertThat(weights(method, Covariance.LEDOIT_WOLF, 0.3))
        .containsExactly(weights(method, Covariance.SAMPLE, 0.3));
  }

  @ParameterizedTest
  @EnumSource(AllocationMethod.class)
  void thePullIsBeforeTheBounds(AllocationMethod method) {
    double[] half = weights(method, Covariance.SAMPLE, 0.5);
    assertThat(weights(method, Covariance.SAMPLE, 1)).containsOnly(0.25);
    if (method == AllocationMethod.SIGNAL_WEIGHTED) {
      // raw 1/9, 1/2, 0, 7/18, and half a quarter more of each half; the third is below 0.1 no more
      assertThat(half)
          .containsExactly(
              new double[] {1 / 18.0 + 0.125, 0.375, 0.125, 7 / 36.0 + 0.125}, within(1e-15));
    }
  }

  @Test
  void whoIsNotJudgedGetsTheMeanWithAndWithoutThePull() {
    ReturnWindow[] windows = windows(60);
    windows[1] = ReturnSamples.window(Arrays.copyOf(series[1], 9));
    double[] none = allocator(Covariance.SAMPLE, 0).weights(all(), windows, STRENGTHS);
    double[] some = allocator(Covariance.SAMPLE, 0.4).weights(all(), windows, STRENGTHS);
    assertThat(some[1]).isCloseTo(0.25, within(1e-14));
    for (int i : new int[] {0, 2, 3}) {
      assertThat(some[i]).isCloseTo(0.6 * none[i] + 0.4 * 0.25, within(1e-14));
    }
  }

  private static AssetAllocator allocator(Covariance covariance, double shrinkage) {
    return new AssetAllocator(
        new AssetAllocationSettings(
            AllocationMethod.INVERSE_VOLATILITY, 60, 5, 0, 1, DualMomentumSettings.DEFAULT),
        covariance,
        shrinkage,
        VolatilityFloor.OFF);
  }

  private double[] weights(AllocationMethod method, Covariance covariance, double shrinkage) {
    AssetAllocationSettings settings =
        new AssetAllocationSettings(method, 60, 5, 0.1, 0.6, DualMomentumSettings.DEFAULT);
    return new AssetAllocator(settings, covariance, shrinkage, VolatilityFloor.OFF)
        .weights(all(), windows(60), STRENGTHS);
  }

  private ReturnWindow[] windows(int length) {
    return Arrays.stream(series)
        .map(returns -> ReturnSamples.window(Arrays.copyOf(returns, length)))
        .toArray(ReturnWindow[]::new);
  }

  private static boolean[] all() {
    return new boolean[] {true, true, true, true};
  }

  private static double[] deviations(double[][] series) {
    return Arrays.stream(series).mapToDouble(ReturnMetrics::standardDeviation).toArray();
  }
}
