package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers from a plain script over the formulas of the paper, and what follows by hand. */
@Tag("G2")
class LedoitWolfTest {

  private static final Offset<Double> ROUNDING = within(1e-17);

  private static final double[] A = {0.010, -0.015, 0.022, 0.003, -0.008, 0.012};
  private static final double[] B = {-0.020, 0.010, 0.030, -0.012, 0.025, 0.004};
  private static final double[] C = {0.005, 0.001, -0.004, 0.000, 0.002, -0.006};

  @Test
  void sixDaysOfThreeAlikeArePulledFar() {
    double[][] covariance = LedoitWolf.of(new double[][] {A, B, C});
    assertThat(covariance[0])
        .containsExactly(
            new double[] {1.6084480195741909e-4, -1.7745238702162887e-6, -9.077372105337131e-6},
            ROUNDING);
    assertThat(covariance[1])
        .containsExactly(
            new double[] {-1.7745238702162887e-6, 2.30927119677948e-4, -1.1716407604633137e-5},
            ROUNDING);
    assertThat(covariance[2])
        .containsExactly(
            new double[] {-9.077372105337131e-6, -1.1716407604633137e-5, 1.029225228090774e-4},
            ROUNDING);
  }

  @Test
  void volatilitiesThatDifferArePulledLess() {
    double[][] covariance = LedoitWolf.of(new double[][] {A, times(B, 6), times(C, 0.5)});
    assertThat(covariance[0])
        .containsExactly(
            new double[] {7.653379770428812e-4, -2.183656261196397e-5, -9.308534703176914e-6},
            ROUNDING);
    assertThat(covariance[1][1]).isCloseTo(1.0496046224051097e-2, within(1e-15));
    assertThat(covariance[2][2]).isCloseTo(6.380046877949123e-4, ROUNDING);
  }

  @Test
  void noiseAlikeInAllIsPulledAllTheWay() {
    // One day each: |xx' − S|² is as large as it can be, so δ = 1 and only the mean variance stays
    double[][] covariance = LedoitWolf.of(new double[][] {{1, -1, 0, 0}, {0, 0, 1, -1}});
    assertThat(covariance[0]).containsExactly(0.5, 0);
    assertThat(covariance[1]).containsExactly(0, 0.5);
  }

  @Test
  void oneSeriesKeepsItsVarianceWithTheDivisorOfThePaper() {
    assertThat(LedoitWolf.of(new double[][] {{1, 2, 3}})[0][0]).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(LedoitWolf.of(new double[0][])).isEmpty();
  }

  @Test
  void seriesThatNeverMoveHaveNoCovariance() {
    double[][] covariance = LedoitWolf.of(new double[2][5]);
    assertThat(covariance[0]).containsOnly(0);
    assertThat(covariance[1]).containsOnly(0);
  }

  @Test
  void aLongHistoryIsHardlyPulledAtAll() {
    double[][] series = ReturnSamples.series(new Random(5), 4, 50_000, 0.8, 8);
    double[][] sample = SampleCovariance.of(series);
    double[][] shrunk = LedoitWolf.of(series);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double scale = Math.sqrt(sample[i][i] * sample[j][j]);
        assertThat(shrunk[i][j]).isCloseTo(sample[i][j], within(0.01 * scale));
      }
    }
  }

  @Test
  void refusesSeriesThatAreNotAligned() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedoitWolf.of(new double[][] {{1, 2, 3}, {1, 2}}))
        .withMessageContaining("series 1 has 2 returns");
  }

  private static double[] times(double[] returns, double factor) {
    return Arrays.stream(returns).map(value -> value * factor).toArray();
  }
}
