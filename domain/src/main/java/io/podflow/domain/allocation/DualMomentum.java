package io.podflow.domain.allocation;

import io.podflow.domain.metrics.Dispersion;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.DualMomentumSettings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Equal weights for the symbols that rose most, and fewer of everything when the market falls
 * (requirement L2; docs/decisions.md, "Allocation inside a pod").
 *
 * <p>Momentum is the compounded return over the look-back. Of n ranked symbols the first {@code
 * max(1, round(n * top_pct))} are held, a half rounded to the even number, ties in the pod's order.
 * Exposure is the floor when the median momentum is below the threshold and below zero, else 1; so
 * a threshold above zero acts as zero. What the exposure leaves of 1 is cash; {@code min_weight}
 * and {@code max_weight} do not apply.
 *
 * <p>Momenta over different spans do not compare, so only a symbol with the whole look-back is
 * ranked, and only one whose price moves; another gets the mean weight of the ranked ones
 * (decisions PO6, EV2), and while there are none, all get the same at full exposure. Pulling
 * towards equal comes last, on weights and cash alike (decision CA10).
 */
final class DualMomentum implements Sharing {

  /** Keeps a median that equals the threshold on paper from being decided by rounding. */
  private static final double TOLERANCE = 1e-12;

  private final DualMomentumSettings settings;
  private final double weightShrinkage;
  private final int volLookback;
  private final VolatilityFloor floor;

  DualMomentum(
      DualMomentumSettings settings,
      double weightShrinkage,
      int volLookback,
      VolatilityFloor floor) {
    this.settings = settings;
    this.weightShrinkage = weightShrinkage;
    this.volLookback = volLookback;
    this.floor = floor;
  }

  @Override
  public double[] weights(ReturnWindow[] windows, double[] strengths) {
    int[] ranked =
        Arrays.stream(Judged.positions(windows, settings.lookback()))
            .filter(i -> floor.isOff() || !Dispersion.isNone(deviation(windows[i])))
            .toArray();
    if (ranked.length == 0) {
      return EqualWeight.of(windows.length);
    }
    double[] momenta = new double[ranked.length];
    Arrays.setAll(
        momenta, i -> ReturnMetrics.cumulativeReturn(windows[ranked[i]], settings.lookback()));
    double[] weights = Judged.withMeanForOthers(windows.length, ranked, strongest(momenta));
    double scale = exposure(momenta) * ranked.length / windows.length;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale;
    }
    return Shrinkage.towardsEqual(weights, weightShrinkage);
  }

  private double deviation(ReturnWindow window) {
    return Dispersion.of(window, volLookback);
  }

  private double[] strongest(double[] momenta) {
    int held = (int) Math.max(1, Math.rint(momenta.length * settings.topPct()));
    double[] weights = new double[momenta.length];
    IntStream.range(0, momenta.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -momenta[i]))
        .limit(held)
        .forEach(i -> weights[i] = 1.0 / held);
    return weights;
  }

  private double exposure(double[] momenta) {
    double threshold = Math.min(settings.absoluteThreshold(), 0) - TOLERANCE;
    return median(momenta) < threshold ? settings.exposureFloor() : 1;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
