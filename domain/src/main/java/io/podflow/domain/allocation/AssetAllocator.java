package io.podflow.domain.allocation;

import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.Covariance;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Shares a pod's capital among those of its symbols that may hold some (requirement L2), by the
 * configured method.
 *
 * <p>Returns inside a pod are not annualised: all symbols have the same bars, and only proportions
 * count.
 */
public final class AssetAllocator {

  private final Sharing sharing;

  /**
   * @param covariance estimator of risk parity (decision CA10)
   * @param weightShrinkage pull towards equal weights, in [0, 1] (decision CA10)
   * @param floor least volatility of a symbol beside the others (decision EV2)
   */
  public AssetAllocator(
      AssetAllocationSettings settings,
      Covariance covariance,
      double weightShrinkage,
      VolatilityFloor floor) {
    this.sharing =
        settings.method() == AllocationMethod.DUAL_MOMENTUM
            ? new DualMomentum(
                settings.dualMomentum(), weightShrinkage, settings.volLookback(), floor)
            : new BoundedSharing(settings, covariance, weightShrinkage, floor);
  }

  /**
   * Weights in the pod's symbol order, 0 for a symbol that is not eligible. They sum to 1, or to
   * less where {@code max_weight} leaves no other way (decision PO8) or the method holds cash.
   *
   * @param eligible symbols that have traded, are not stale and have multiplier > 0 (FP5)
   * @param windows bar returns of each symbol
   * @param strengths |signal| of each symbol at this close, 0 when it has none (PO9)
   */
  public double[] weights(boolean[] eligible, ReturnWindow[] windows, double[] strengths) {
    int[] chosen = IntStream.range(0, eligible.length).filter(i -> eligible[i]).toArray();
    double[] weights = new double[eligible.length];
    if (chosen.length == 0) {
      return weights;
    }
    ReturnWindow[] chosenWindows = new ReturnWindow[chosen.length];
    Arrays.setAll(chosenWindows, i -> windows[chosen[i]]);
    double[] chosenStrengths = new double[chosen.length];
    Arrays.setAll(chosenStrengths, i -> strengths[chosen[i]]);
    double[] shares = sharing.weights(chosenWindows, chosenStrengths);
    for (int i = 0; i < chosen.length; i++) {
      weights[chosen[i]] = shares[i];
    }
    return weights;
  }
}
