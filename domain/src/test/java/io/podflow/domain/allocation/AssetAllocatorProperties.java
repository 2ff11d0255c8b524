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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every method, estimator and pull. */
@Tag("L2")
@Tag("G2")
class AssetAllocatorProperties {

  private static final double MIN = 0.04;
  private static final double MAX = 0.5;

  @Property(tries = 600)
  void weightsAreASharingWithinTheBounds(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int n,
      @ForAll AllocationMethod method,
      @ForAll Covariance covariance,
      @ForAll @DoubleRange(min = 0, max = 1) double shrinkage) {
    Random random = new Random(seed);
    double floor = random.nextDouble();
    AssetAllocationSettings settings =
        new AssetAllocationSettings(
            method,
            10 + random.nextInt(50),
            5,
            MIN,
            MAX,
            new DualMomentumSettings(2 + random.nextInt(40), 1 - random.nextDouble(), 0, floor));
    boolean[] eligible = new boolean[n];
    ReturnWindow[] windows = new ReturnWindow[n];
    double[] strengths = new double[n];
    for (int i = 0; i < n; i++) {
      eligible[i] = random.nextInt(4) > 0;
      windows[i] = window(random);
      strengths[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
    }
    double[] weights =
        new AssetAllocator(settings, covariance, shrinkage, floor(seed))
            .weights(eligible, windows, strengths);
    long chosen = count(eligible);
    boolean bounded = method != AllocationMethod.DUAL_MOMENTUM;
    double least = bounded ? Math.min(MIN, 1.0 / n) : 0;
    for (int i = 0; i < n; i++) {
      assertThat(weights[i])
          .isBetween(eligible[i] ? least : 0, eligible[i] ? (bounded ? MAX : 1 + 1e-12) : 0);
    }
    double sum = Arrays.stream(weights).sum();
    assertThat(sum).isLessThanOrEqualTo(1 + 1e-12);
    if (chosen > 0 && !bounded) {
      assertThat(sum).isGreaterThanOrEqualTo(Math.min(floor, 1) - 1e-12);
    } else if (chosen * MAX >= 1 && method != AllocationMethod.SIGNAL_WEIGHTED) {
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  @Property(tries = 200)
  void aFullPullIsEqualWeight(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 12) int n,
      @ForAll AllocationMethod method) {
    Random random = new Random(seed);
    ReturnWindow[] windows = new ReturnWindow[n];
    Arrays.setAll(windows, i -> window(random));
    boolean[] all = new boolean[n];
    Arrays.fill(all, true);
    AssetAllocationSettings settings =
        new AssetAllocationSettings(method, 20, 5, 0, 1, new DualMomentumSettings(20, 0.5, 0, 0));
    assertThat(
            new AssetAllocator(settings, Covariance.SAMPLE, 1, floor(seed))
                .weights(all, windows, random.doubles(n).toArray()))
        .containsOnly(1.0 / n);
  }

  private static VolatilityFloor floor(long seed) {
    double[] shares = {0, 0.25, 1};
    return new VolatilityFloor(shares[(int) Math.floorMod(seed, 3L)]);
  }

  private static ReturnWindow window(Random random) {
    double[] returns = new double[random.nextInt(60)];
    double scale = random.nextInt(5) == 0 ? 0 : 0.1 * random.nextDouble();
    Arrays.setAll(returns, i -> scale * random.nextGaussian());
    return ReturnSamples.window(returns);
  }

  private static long count(boolean[] flags) {
    long count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
