package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The edges that laws do not show; the laws are in {@link WaterFillingProperties}. */
@Tag("L2")
class WaterFillingTest {

  @Test
  void zeroRawWeightsGetTheSmallestWeight() {
    assertThat(WaterFilling.fill(new double[] {0, 3, 1}, 0.05, 1))
        .containsExactly(new double[] {0.05, 0.7125, 0.2375}, within(1e-15));
  }

  @Test
  void onlyZeroesAreEqual() {
    assertThat(WaterFilling.fill(new double[4], 0.05, 0.6)).containsOnly(0.25);
  }

  @Test
  void tooFewForTheLargestWeightLeaveCash() {
    assertThat(WaterFilling.fill(new double[] {9, 1}, 0.1, 0.4)).containsExactly(0.4, 0.4);
    assertThat(WaterFilling.fill(new double[] {1}, 0.1, 0.6)).containsExactly(0.6);
  }

  @Test
  void zeroesThatHoldTheOthersAtTheLargestWeightLeaveCash() {
    assertThat(WaterFilling.fill(new double[] {1, 0, 0}, 0.05, 0.6))
        .containsExactly(0.6, 0.05, 0.05);
  }

  @Test
  void boundsThatLeaveNoChoiceAreMetInSpiteOfRounding() {
    assertThat(WaterFilling.fill(new double[] {5, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 0.1, 0.5))
        .containsOnly(0.1);
    assertThat(WaterFilling.fill(new double[] {5, 1, 2}, 0, 1.0 / 3)).containsOnly(1.0 / 3);
  }

  @Test
  void nothingToShareIsNoWeights() {
    assertThat(WaterFilling.fill(new double[0], 0.05, 0.6)).isEmpty();
  }

  @Test
  void extremeRatiosStayInBounds() {
    assertThat(WaterFilling.fill(new double[] {1e300, 1e-300, Double.MIN_VALUE}, 0.1, 0.6))
        .containsExactly(new double[] {0.6, 0.1, 0.1}, within(1e-15));
    assertThat(WaterFilling.fill(new double[] {1, 1e-200}, 0, 0.6))
        .containsExactly(new double[] {0.6, 0.4}, within(1e-15));
  }

  @Test
  void refusesWhatIsNoWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaterFilling.fill(new double[] {1, -1e-9}, 0, 1))
        .withMessageContaining("raw weight -1.0E-9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaterFilling.fill(new double[] {1, Double.NaN}, 0, 1))
        .withMessageContaining("NaN");
  }

  @Test
  void refusesBoundsThatNothingMeets() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaterFilling.fill(new double[] {1, 1}, 0.6, 0.5))
        .withMessageContaining("min 0.6, max 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaterFilling.fill(new double[] {1, 1, 1}, 0.4, 0.5))
        .withMessageContaining("3 weights of at least 0.4");
  }
}
