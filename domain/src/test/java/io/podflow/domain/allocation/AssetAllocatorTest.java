package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** Who takes part and with how much history (decisions PO6, PO8, FP5, FP17). */
@Tag("L2")
class AssetAllocatorTest {

  private static final double[] NO_STRENGTHS = new double[4];

  private final double[][] series = ReturnSamples.series(new Random(7), 4, 60, 0.6, 5);

  @ParameterizedTest
  @EnumSource(AllocationMethod.class)
  void symbolsThatAreNotEligibleGetNothingAndChangeNothing(AllocationMethod method) {
    double[] strengths = {0.2, 0.9, 0.4, 0.7};
    double[] weights =
        allocator(method).weights(flags(true, false, true, true), windows(60), strengths);
    double[] alone =
        allocator(method)
            .weights(
                flags(true, true, true),
                new ReturnWindow[] {window(0, 60), window(2, 60), window(3, 60)},
                new double[] {0.2, 0.4, 0.7});
    assertThat(weights).containsExactly(alone[0], 0, alone[1], alone[2]);
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource(AllocationMethod.class)
  void nobodyEligibleIsAllCash(AllocationMethod method) {
    assertThat(allocator(method).weights(new boolean[4], windows(60), NO_STRENGTHS))
        .containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource(
      value = AllocationMethod.class,
      names = "DUAL_MOMENTUM",
      mode = EnumSource.Mode.EXCLUDE)
  void aLoneSymbolGetsTheLargestWeight(AllocationMethod method) {
    AssetAllocationSettings settings =
        new AssetAllocationSettings(method, 60, 5, 0.05, 0.6, DualMomentumSettings.DEFAULT);
    assertThat(
            allocator(settings)
                .weights(flags(false, true, false, false), windows(60), NO_STRENGTHS))
        .containsExactly(0, 0.6, 0, 0);
  }

  @ParameterizedTest
  @EnumSource(
      value = AllocationMethod.class,
      names = {"INVERSE_VOLATILITY", "RISK_PARITY"})
  void aSymbolWithoutEnoughHistoryGetsTheMeanOfTheOthers(AllocationMethod method) {
    ReturnWindow[] windows = windows(60);
    windows[1] = window(1, 9);
    double[] weights =
        allocator(method).weights(flags(true, true, true, true), windows, NO_STRENGTHS);
    double[] others =
        allocator(method).weights(flags(true, false, true, true), windows, NO_STRENGTHS);
    assertThat(weights[1]).isCloseTo(0.25, within(1e-14));
    for (int i : new int[] {0, 2, 3}) {
      assertThat(weights[i]).isCloseTo(0.75 * others[i], within(1e-14));
    }
    assertThat(others[0]).isNotCloseTo(1 / 3.0, within(1e-3));
  }

  @Test
  void tenReturnsAreEnough() {
    ReturnWindow[] windows = windows(60);
    windows[1] = window(1, 10);
    double[] weights =
        allocator(AllocationMethod.INVERSE_VOLATILITY)
            .weights(flags(true, true, true, true), windows, NO_STRENGTHS);
    assertThat(weights[1]).isNotCloseTo(0.25, within(1e-3));
  }

  @ParameterizedTest
  @EnumSource(
      value = AllocationMethod.class,
      names = {"INVERSE_VOLATILITY", "RISK_PARITY"})
  void withoutAnyHistoryAllGetTheSame(AllocationMethod method) {
    assertThat(allocator(method).weights(flags(true, true, true, true), windows(9), NO_STRENGTHS))
        .containsOnly(0.25);
  }

  @Test
  void theMeanIsTakenBeforeTheBounds() {
    double[][] uneven = {scaled(series[0], 1e-3), series[1], series[2], series[3]};
    ReturnWindow[] windows =
        Arrays.stream(uneven).map(ReturnSamples::window).toArray(ReturnWindow[]::new);
    windows[3] = new ReturnWindow(60);
    double[] weights =
        allocator(
                new AssetAllocationSettings(
                    AllocationMethod.INVERSE_VOLATILITY,
                    60,
                    5,
                    0.1,
                    0.4,
                    DualMomentumSettings.DEFAULT))
            .weights(flags(true, true, true, true), windows, NO_STRENGTHS);
    assertThat(weights).containsExactly(new double[] {0.4, 0.1, 0.1, 0.4}, within(1e-12));
  }

  @Test
  void onlyTheLookBackCounts() {
    AssetAllocationSettings settings =
        new AssetAllocationSettings(
            AllocationMethod.RISK_PARITY, 20, 5, 0, 1, DualMomentumSettings.DEFAULT);
    ReturnWindow[] recent = new ReturnWindow[4];
    Arrays.setAll(recent, i -> ReturnSamples.window(Arrays.copyOfRange(series[i], 40, 60)));
    boolean[] all = flags(true, true, true, true);
    assertThat(allocator(settings).weights(all, windows(60), NO_STRENGTHS))
        .containsExactly(allocator(settings).weights(all, recent, NO_STRENGTHS));
  }

  private static AssetAllocator allocator(AllocationMethod method) {
    return allocator(
        new AssetAllocationSettings(method, 60, 5, 0, 1, DualMomentumSettings.DEFAULT));
  }

  private static AssetAllocator allocator(AssetAllocationSettings settings) {
    return new AssetAllocator(settings, Covariance.SAMPLE, 0, VolatilityFloor.OFF);
  }

  private ReturnWindow[] windows(int length) {
    ReturnWindow[] windows = new ReturnWindow[4];
    Arrays.setAll(windows, i -> window(i, length));
    return windows;
  }

  private ReturnWindow window(int symbol, int length) {
    return ReturnSamples.window(Arrays.copyOf(series[symbol], length));
  }

  private static double[] scaled(double[] returns, double factor) {
    return Arrays.stream(returns).map(value -> value * factor).toArray();
  }

  private static boolean[] flags(boolean... flags) {
    return flags;
  }
}
