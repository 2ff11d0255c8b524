package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L1")
@Tag("L2")
class RiskParityTest {

  @Test
  void uncorrelatedHoldingsGetInverseVolatility() {
    double[][] covariance = {{4, 0, 0}, {0, 1, 0}, {0, 0, 0.25}};
    assertThat(RiskParity.weights(covariance))
        .containsExactly(new double[] {1 / 7.0, 2 / 7.0, 4 / 7.0}, within(1e-12));
  }

  @Test
  void twoHoldingsGetInverseVolatilityWhateverTheirCorrelation() {
    for (double correlation : new double[] {-0.999, -0.5, 0.3, 1}) {
      double[][] covariance = {{4, 2 * correlation}, {2 * correlation, 1}};
      assertThat(RiskParity.weights(covariance))
          .containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-10));
    }
  }

  @Test
  void aloneOrNobody() {
    assertThat(RiskParity.weights(new double[][] {{1e-12}})).containsExactly(1);
    assertThat(RiskParity.weights(new double[0][])).isEmpty();
  }

  @Test
  void theSameHoldingTwiceSharesItsRisk() {
    double[][] covariance = {{1, 1, 0.2}, {1, 1, 0.2}, {0.2, 0.2, 1}};
    double[] weights = RiskParity.weights(covariance);
    assertThat(weights[0]).isCloseTo(weights[1], within(1e-12));
    assertThat(ReturnSamples.inequality(covariance, weights)).isLessThan(1e-10);
  }

  @Test
  void holdingsThatCancelEachOtherShareByVolatility() {
    double[][] covariance = {{4, -2}, {-2, 1}};
    assertThat(RiskParity.weights(covariance))
        .containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-10));
  }

  @Test
  void refusesWhatIsNoRisk() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskParity.weights(new double[][] {{1, 0}, {0, 0}}))
        .withMessageContaining("variance 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskParity.weights(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
        .withMessageContaining("not finite");
  }
}
