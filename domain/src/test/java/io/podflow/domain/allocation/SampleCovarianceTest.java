package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L1")
@Tag("L2")
class SampleCovarianceTest {

  @Test
  void dividesByOneLessThanTheCount() {
    double[][] covariance = SampleCovariance.of(new double[][] {{1, 2, 3}, {2, 4, 9}});
    assertThat(covariance[0]).containsExactly(new double[] {1, 3.5}, within(1e-15));
    assertThat(covariance[1]).containsExactly(new double[] {3.5, 13}, within(1e-15));
  }

  @Test
  void aSeriesThatNeverMovesGetsASmallVariance() {
    double[][] series = {{0.1, 0.1, 0.1}, {0.01, -0.02, 0.03}};
    double[][] covariance = SampleCovariance.withDispersion(SampleCovariance.of(series));
    assertThat(covariance[0][0]).isEqualTo(1e-8);
    assertThat(covariance[1][1]).isGreaterThan(1e-4);
  }

  @Test
  void refusesSeriesThatAreNotAligned() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleCovariance.of(new double[][] {{1, 2, 3}, {1, 2}}))
        .withMessageContaining("series 1 has 2 returns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleCovariance.of(new double[][] {{1}}))
        .withMessageContaining("at least 2");
  }
}
