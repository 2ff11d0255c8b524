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
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** The laws of the shrunk covariance, for more and for fewer days than holdings. */
@Tag("G2")
class LedoitWolfProperties {

  private static double[][] series(long seed, int n, int days, double factor) {
    return ReturnSamples.series(new Random(seed), n, days, factor, 10);
  }

  @Property(tries = 300)
  void everyElementIsPulledByTheSameShare(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 20) int n,
      @ForAll @IntRange(min = 2, max = 120) int days,
      @ForAll @DoubleRange(min = 0, max = 2) double factor) {
    double[][] series = series(seed, n, days, factor);
    double[][] sample = biased(series);
    double[][] shrunk = LedoitWolf.of(series);
    double target = trace(sample) / n;
    double kept = shrunk[0][1] / sample[0][1];
    assertThat(kept).isBetween(0.0, 1 + 1e-9);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double expected = kept * sample[i][j] + (i == j ? (1 - kept) * target : 0);
        assertThat(shrunk[i][j]).isCloseTo(expected, within(1e-9 * target));
        assertThat(shrunk[i][j]).isEqualTo(shrunk[j][i]);
      }
    }
  }

  @Property(tries = 300)
  void theTraceStays(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int n,
      @ForAll @IntRange(min = 2, max = 120) int days) {
    double[][] series = series(seed, n, days, 0.5);
    double trace = trace(biased(series));
    assertThat(trace(LedoitWolf.of(series))).isCloseTo(trace, within(1e-12 * trace));
  }

  @Property(tries = 300)
  void eigenvaluesAreNotNegativeAndCloserTogether(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 20) int n,
      @ForAll @IntRange(min = 2, max = 120) int days,
      @ForAll @DoubleRange(min = 0, max = 2) double factor) {
    double[][] series = series(seed, n, days, factor);
    double[] before = eigenvalues(biased(series));
    double[] after = eigenvalues(LedoitWolf.of(series));
    double rounding = 1e-12 * before[n - 1];
    assertThat(after[0]).isGreaterThanOrEqualTo(-rounding);
    assertThat(after[0]).isGreaterThanOrEqualTo(before[0] - rounding);
    assertThat(after[n - 1]).isLessThanOrEqualTo(before[n - 1] + rounding);
  }

  @Property(tries = 200)
  void fewerDaysThanHoldingsStillGiveAMatrixOfFullRank(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 20) int n) {
    double[][] series = series(seed, n, 4, 0.5);
    double[] values = eigenvalues(LedoitWolf.of(series));
    assertThat(values[0]).isGreaterThan(1e-3 * values[n - 1]);
  }

  @Property(tries = 200)
  void riskParityOnItIsEqual(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int n,
      @ForAll @IntRange(min = 4, max = 120) int days,
      @ForAll @DoubleRange(min = 0, max = 2) double factor) {
    double[][] covariance = LedoitWolf.of(series(seed, n, days, factor));
    double[] weights = RiskParity.weights(covariance);
    assertThat(ReturnSamples.inequality(covariance, weights)).as("FP27").isLessThan(1e-10);
  }

  @Property(tries = 200)
  void orderDoesNotCount(@ForAll long seed, @ForAll @IntRange(min = 2, max = 20) int n) {
    double[][] series = series(seed, n, 90, 0.7);
    List<Integer> positions = IntStream.range(0, n).boxed().collect(Collectors.toList());
    Collections.shuffle(positions, new Random(seed));
    double[][] shuffled = positions.stream().map(i -> series[i]).toArray(double[][]::new);
    double[][] expected = LedoitWolf.of(series);
    double[][] actual = LedoitWolf.of(shuffled);
    double rounding = 1e-12 * trace(expected);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(actual[i][j])
            .isCloseTo(expected[positions.get(i)][positions.get(j)], within(rounding));
      }
    }
  }

  /** The sample covariance with the divisor n. */
  private static double[][] biased(double[][] series) {
    double days = series[0].length;
    return Arrays.stream(SampleCovariance.of(series))
        .map(row -> Arrays.stream(row).map(value -> value * (days - 1) / days).toArray())
        .toArray(double[][]::new);
  }

  private static double trace(double[][] matrix) {
    return IntStream.range(0, matrix.length).mapToDouble(i -> matrix[i][i]).sum();
  }

  /** Ascending. */
  private static double[] eigenvalues(double[][] matrix) {
    double[] values =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix)).getEigenvalues();
    Arrays.sort(values);
    return values;
  }
}
