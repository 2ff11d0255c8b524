package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.ReturnSamples;
import io.podflow.domain.allocation.SampleCovariance;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the golden cases do not show: windows, missing days, the first days (FP14, FP20). */
@Tag("L1")
class CapitalAllocatorTest {

  private static final PodCapital FREE = pod(LifecycleState.PRODUCTION);
  private static final PodCapital RETIRED = pod(LifecycleState.RETIRED);

  private final double[][] series = ReturnSamples.series(new Random(3), 3, 100, 0.5, 5);

  @ParameterizedTest
  @EnumSource(CapitalMethod.class)
  void aRetiredPodChangesNothingForTheOthers(CapitalMethod method) {
    double[][] young = {headMissing(series[0], 60), series[1], headMissing(series[2], 60)};
    CapitalWeights with = allocator(method).weights(List.of(FREE, RETIRED, FREE), young);
    CapitalWeights without =
        allocator(method).weights(List.of(FREE, FREE), new double[][] {young[0], young[2]});
    assertThat(with.method()).containsExactly(without.method()[0], 0, without.method()[1]);
    assertThat(with.lifecycle()).containsExactly(without.lifecycle()[0], 0, without.lifecycle()[1]);
    assertThat(without.method()[0]).isPositive();
  }

  @ParameterizedTest
  @EnumSource(CapitalMethod.class)
  void beforeAnyReturnAllActivePodsGetTheSame(CapitalMethod method) {
    PodCapital young = pod(LifecycleState.PRODUCTION, 0);
    for (double[][] nothing : new double[][][] {new double[3][0], allMissing(3, 5)}) {
      assertThat(allocator(method).weights(List.of(young, RETIRED, young), nothing).method())
          .containsExactly(0.5, 0, 0.5);
    }
  }

  @ParameterizedTest
  @EnumSource(CapitalMethod.class)
  void aPodWithHalfOfTheWindowMissingGetsNothingAndChangesNothing(CapitalMethod method) {
    double[][] returns = {series[0], headMissing(series[1], 55), series[2]};
    double[] weights = allocator(method).weights(List.of(FREE, FREE, FREE), returns).method();
    double[] others =
        allocator(method)
            .weights(List.of(FREE, FREE), new double[][] {series[0], series[2]})
            .method();
    assertThat(weights).containsExactly(others[0], 0, others[1]);
  }

  @Test
  void theWindowStartsWithTheFirstDayOfAnActivePod() {
    double[][] young = {headMissing(series[0], 60), series[1], headMissing(series[2], 60)};
    double[][] window = {
      Arrays.copyOfRange(series[0], 60, 100), Arrays.copyOfRange(series[2], 60, 100)
    };
    CapitalAllocator allocator = allocator(CapitalMethod.INVERSE_VOLATILITY);
    double[] expected = allocator.weights(List.of(FREE, FREE), window).method();
    assertThat(allocator.weights(List.of(FREE, RETIRED, FREE), young).method())
        .containsExactly(expected[0], 0, expected[1]);
    assertThat(expected[0]).isNotCloseTo(0.5, within(1e-3));
  }

  @Test
  void aMissingDayInTheWindowCountsAsNoReturn() {
    double[][] gap = {series[0].clone(), series[1], series[2]};
    double[][] zero = {series[0].clone(), series[1], series[2]};
    gap[0][70] = Double.NaN;
    zero[0][70] = 0;
    List<PodCapital> pods = List.of(FREE, FREE, FREE);
    CapitalAllocator allocator = allocator(CapitalMethod.RISK_PARITY);
    assertThat(allocator.weights(pods, gap).method())
        .containsExactly(allocator.weights(pods, zero).method());
  }

  @Test
  void riskParityOfTwoDaysIsEqual() {
    double[][] two = {{0.1, -0.1}, {0.001, 0}, {0.02, 0.03}};
    assertThat(
            allocator(CapitalMethod.RISK_PARITY).weights(List.of(FREE, FREE, FREE), two).method())
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
  }

  @Test
  void eachPodHasTheSameRisk() {
    double[] weights =
        allocator(CapitalMethod.RISK_PARITY).weights(List.of(FREE, FREE, FREE), series).method();
    double[][] window = new double[3][];
    Arrays.setAll(window, i -> Arrays.copyOfRange(series[i], 10, 100));
    double[][] covariance = SampleCovariance.of(window);
    assertThat(ReturnSamples.inequality(covariance, weights)).isLessThan(1e-10);
  }

  @Test
  void theLonePodStartsFromItsInitialFraction() {
    PodCapital lone = new PodCapital(0.3, 0.05, 0.2, LifecycleState.PRODUCTION, 10, 0);
    CapitalWeights weights =
        allocator(CapitalMethod.RISK_PARITY).weights(List.of(RETIRED, lone, RETIRED), series);
    assertThat(weights.method()).containsExactly(0, 0.3, 0);
    assertThat(weights.lifecycle()).containsExactly(0, 0.2, 0);
  }

  private static CapitalAllocator allocator(CapitalMethod method) {
    return new CapitalAllocator(CapitalSettings.of(method).build());
  }

  private static PodCapital pod(LifecycleState state) {
    return pod(state, 90);
  }

  private static PodCapital pod(LifecycleState state, int liveDays) {
    return new PodCapital(0.25, 0, 1, state, liveDays, 0);
  }

  private static double[] headMissing(double[] returns, int days) {
    double[] result = returns.clone();
    Arrays.fill(result, 0, days, Double.NaN);
    return result;
  }

  private static double[][] allMissing(int pods, int days) {
    double[][] returns = new double[pods][days];
    for (double[] series : returns) {
      Arrays.fill(series, Double.NaN);
    }
    return returns;
  }
}
