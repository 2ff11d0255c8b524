package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.DualMomentumSettings;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Momentum over three returns, given as the sum of the move in the last of them. */
@Tag("L2")
class DualMomentumTest {

  private double topPct = 0.5;
  private double threshold;
  private double floor;
  private double shrinkage;

  @Test
  void theStrongestShareAlike() {
    assertThat(weights(0.1, 0.3, -0.1, 0.2)).containsExactly(0, 0.5, 0, 0.5);
    topPct = 0.25;
    assertThat(weights(0.1, 0.3, -0.1, 0.2)).containsExactly(0, 1, 0, 0);
    topPct = 1;
    assertThat(weights(0.1, 0.3, -0.1, 0.2)).containsOnly(0.25);
  }

  @Test
  void oneIsHeldAtLeastAndHalvesRoundToEven() {
    topPct = 0.01;
    assertThat(weights(0.1, 0.3, 0.2)).containsExactly(0, 1, 0);
    topPct = 0.5;
    assertThat(weights(0.1, 0.3, 0.2)).as("1.5").containsExactly(0, 0.5, 0.5);
    assertThat(weights(0.1, 0.3, 0.2, 0.4, 0.5)).as("2.5").containsExactly(0, 0, 0, 0.5, 0.5);
  }

  @Test
  void tiesAreBrokenByThePodsOrder() {
    topPct = 0.25;
    assertThat(weights(0.1, 0.3, 0.3, 0.3)).containsExactly(0, 1, 0, 0);
    assertThat(weights(0, 0, 0, 0)).containsExactly(1, 0, 0, 0);
  }

  @Test
  void returnsCompound() {
    topPct = 0.5;
    ReturnWindow steady = ReturnSamples.window(new double[] {0.1, 0.1, 0.1});
    ReturnWindow wild = ReturnSamples.window(new double[] {0.9, -0.45, 0.2});
    assertThat(weights(wild, steady)).as("a sum would choose the first").containsExactly(0, 1);
  }

  @Test
  void onlyTheLookBackCounts() {
    ReturnWindow past = ReturnSamples.window(new double[] {5, 0, 0, 0.01});
    ReturnWindow now = ReturnSamples.window(new double[] {-0.5, 0, 0, 0.02});
    assertThat(weights(past, now)).containsExactly(0, 1);
  }

  @Test
  void aFallingMarketLeavesTheFloor() {
    assertThat(weights(-0.1, 0.3, -0.2)).containsOnly(0);
    floor = 0.4;
    assertThat(weights(-0.1, 0.3, -0.2)).containsExactly(new double[] {0.2, 0.2, 0}, within(1e-15));
    assertThat(weights(0, 0.3, -0.2)).as("a median of 0").containsExactly(0.5, 0.5, 0);
  }

  @Test
  void theMedianOfAnEvenCountIsTheMiddle() {
    topPct = 0.25;
    assertThat(weights(-0.1, 0.3, -0.2, 0.11)).containsExactly(0, 1, 0, 0);
    assertThat(weights(-0.1, 0.3, -0.2, 0.09)).containsOnly(0);
  }

  @Test
  void exposureIsCutBelowBothTheThresholdAndZero() {
    threshold = -0.15;
    assertThat(weights(-0.1, 0.3, -0.2)).containsExactly(0.5, 0.5, 0);
    assertThat(weights(-0.1500001, 0.3, -0.2)).containsOnly(0);
    threshold = 0.15;
    assertThat(weights(0.1, 0.3, -0.2)).containsExactly(0.5, 0.5, 0);
    assertThat(weights(-0.001, 0.3, -0.2)).containsOnly(0);
  }

  @Test
  void aMedianThatIsTheThresholdOnPaperIsNotBelowIt() {
    threshold = -0.19;
    ReturnWindow two = ReturnSamples.window(new double[] {-0.1, -0.1, 0});
    assertThat((1 - 0.1) * (1 - 0.1) - 1).isNotEqualTo(-0.19);
    assertThat(weights(two)).containsExactly(1);
  }

  @Test
  void whoHasNotTheWholeLookBackGetsTheMeanOfTheRanked() {
    ReturnWindow young = ReturnSamples.window(new double[] {0.5, 0.5});
    assertThat(weights(window(0.1), young, window(0.2), window(-0.1)))
        .containsExactly(new double[] {3 / 8.0, 2 / 8.0, 3 / 8.0, 0}, within(1e-15));
    floor = 0.4;
    assertThat(weights(window(-0.1), young, window(0.2), window(-0.1)))
        .containsExactly(new double[] {0.15, 0.1, 0.15, 0}, within(1e-15));
  }

  @Test
  void whileNobodyIsRankedAllGetTheSame() {
    ReturnWindow young = ReturnSamples.window(new double[] {-0.5, -0.5});
    assertThat(weights(young, young, young, young)).containsOnly(0.25);
  }

  @Test
  void theBoundsDoNotApply() {
    topPct = 0.01;
    assertThat(weights(0.1, 0.3)).as("max_weight 0.6, min_weight 0.1").containsExactly(0, 1);
  }

  @Test
  @Tag("G2")
  void thePullIsOnWeightsAndCashAlike() {
    shrinkage = 0.2;
    assertThat(weights(0.1, 0.3, -0.1, 0.2))
        .containsExactly(new double[] {0.05, 0.45, 0.05, 0.45}, within(1e-15));
    assertThat(weights(-0.1, -0.3, -0.1, 0.2)).containsOnly(0.05);
    shrinkage = 1;
    assertThat(weights(-0.1, -0.3, -0.1, 0.2)).containsOnly(0.25);
  }

  private double[] weights(double... momenta) {
    return weights(
        Arrays.stream(momenta).mapToObj(DualMomentumTest::window).toArray(ReturnWindow[]::new));
  }

  private double[] weights(ReturnWindow... windows) {
    AssetAllocationSettings settings =
        new AssetAllocationSettings(
            AllocationMethod.DUAL_MOMENTUM,
            10,
            5,
            0.1,
            0.6,
            new DualMomentumSettings(3, topPct, threshold, floor));
    boolean[] all = new boolean[windows.length];
    Arrays.fill(all, true);
    return new AssetAllocator(settings, Covariance.SAMPLE, shrinkage, VolatilityFloor.OFF)
        .weights(all, windows, new double[windows.length]);
  }

  private static ReturnWindow window(double momentum) {
    return ReturnSamples.window(new double[] {0, 0, momentum});
  }
}
