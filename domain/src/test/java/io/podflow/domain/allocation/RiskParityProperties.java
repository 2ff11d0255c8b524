package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** The laws of risk parity; contributions are measured on the covariance itself (FP27). */
@Tag("L1")
@Tag("L2")
class RiskParityProperties {

  private static final double FP27 = 1e-10;

  @Property(tries = 300)
  void contributionsAreEqual(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @DoubleRange(min = 0, max = 2) double factor) {
    double[][] covariance = ReturnSamples.covariance(new Random(seed), n, n + 30, factor, 10);
    assertEqualRisk(covariance);
  }

  @Property(tries = 200)
  void contributionsAreEqualWhenVolatilitiesDifferByFourDigits(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int n) {
    assertEqualRisk(ReturnSamples.covariance(new Random(seed), n, n + 30, 0.7, 1e4));
  }

  @Property(tries = 200)
  void contributionsAreEqualForASingularMatrix(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int n) {
    double[][] half = ReturnSamples.series(new Random(seed), (n + 1) / 2, 100, 0.5, 10);
    double[][] twice = IntStream.range(0, n).mapToObj(i -> half[i / 2]).toArray(double[][]::new);
    assertEqualRisk(SampleCovariance.of(twice));
  }

  @Property(tries = 200)
  void contributionsAreEqualForANearlySingularMatrix(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 60) int n,
      @ForAll @IntRange(min = 6, max = 17) int digits) {
    double noise = Math.pow(10, -digits);
    Random random = new Random(seed);
    double[][] series = ReturnSamples.series(random, n, 100, 0.5, 10);
    for (int i = 1; i < n; i += 2) {
      for (int day = 0; day < 100; day++) {
        series[i][day] = series[i - 1][day] * (1 + noise * random.nextGaussian());
      }
    }
    assertEqualRisk(SampleCovariance.of(series));
  }

  @Property(tries = 200)
  void contributionsAreEqualForOppositeHoldings(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 30) int n,
      @ForAll @DoubleRange(min = 0.05, max = 1) double noise) {
    Random random = new Random(seed);
    double[] common = random.doubles(100, -1, 1).toArray();
    double[][] series = new double[n][100];
    for (int i = 0; i < n; i++) {
      double sign = i % 2 == 0 ? 1 : -1;
      Arrays.setAll(series[i], day -> sign * common[day] + noise * random.nextGaussian());
    }
    assertEqualRisk(SampleCovariance.of(series));
  }

  @Property(tries = 100)
  void fewerReturnsThanHoldingsStillGiveAPortfolio(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 60) int n) {
    double[] weights =
        RiskParity.weights(ReturnSamples.covariance(new Random(seed), n, 2 + n / 3, 0, 10));
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(weights).min().orElse(0)).isPositive();
  }

  @Property(tries = 200)
  void theUnitDoesNotCount(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 30) int n,
      @ForAll @IntRange(min = -9, max = 9) int digits) {
    double unit = Math.pow(10, digits);
    double[][] covariance = ReturnSamples.covariance(new Random(seed), n, 90, 0.7, 10);
    double[][] scaled =
        Arrays.stream(covariance)
            .map(row -> Arrays.stream(row).map(value -> value * unit).toArray())
            .toArray(double[][]::new);
    assertThat(RiskParity.weights(scaled))
        .containsExactly(RiskParity.weights(covariance), within(1e-11));
  }

  @Property(tries = 200)
  void aHoldingInAnotherUnitGetsTheSameRisk(
      @ForAll long seed, @ForAll @IntRange(min = -3, max = 3) int digits) {
    double unit = Math.pow(10, digits);
    double[][] series = ReturnSamples.series(new Random(seed), 6, 90, 0.7, 10);
    double[] before = RiskParity.weights(SampleCovariance.of(series));
    series[2] = Arrays.stream(series[2]).map(value -> value * unit).toArray();
    double[] after = RiskParity.weights(SampleCovariance.of(series));
    assertThat(after[2] / after[0] * unit).isCloseTo(before[2] / before[0], relative(before));
    assertThat(after[1] / after[0]).isCloseTo(before[1] / before[0], relative(before));
  }

  @Property(tries = 200)
  void orderDoesNotCount(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int n) {
    Random random = new Random(seed);
    double[][] series = ReturnSamples.series(random, n, 90, 0.7, 10);
    List<Integer> positions = IntStream.range(0, n).boxed().collect(Collectors.toList());
    Collections.shuffle(positions, random);
    int[] order = positions.stream().mapToInt(Integer::intValue).toArray();
    double[][] shuffled = Arrays.stream(order).mapToObj(i -> series[i]).toArray(double[][]::new);
    double[] expected =
        ReturnSamples.reordered(RiskParity.weights(SampleCovariance.of(series)), order);
    assertThat(RiskParity.weights(SampleCovariance.of(shuffled)))
        .containsExactly(expected, within(1e-10));
  }

  private static Offset<Double> relative(double[] weights) {
    return within(1e-9 * Arrays.stream(weights).max().orElse(1) / weights[0]);
  }

  private static void assertEqualRisk(double[][] covariance) {
    double[] weights = RiskParity.weights(covariance);
    assertThat(ReturnSamples.inequality(covariance, weights)).isLessThanOrEqualTo(FP27);
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(weights).min().orElse(0)).isPositive();
  }
}
