package io.podflow.domain.lifecycle;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * P(D ≥ d) of two samples from one distribution, exact. It takes thousands of steps, and over full
 * windows, which is what a pod has for most of its life, D is one of 1501 values: so each of those
 * is computed once.
 */
final class DriftChances {

  /** D is a multiple of one over the least common multiple of the sizes of the samples. */
  private static final int STEPS = 1500;

  private static final AtomicReferenceArray<Double> OF_FULL_WINDOWS =
      new AtomicReferenceArray<>(STEPS + 1);

  private DriftChances() {}

  /** Of a statistic at least as large, for {@code reference} returns and the recent ones. */
  static double of(double statistic, int reference) {
    return reference == DistributionDrift.REFERENCE
        ? ofFullWindows(statistic)
        : compute(statistic, reference);
  }

  private static double ofFullWindows(double statistic) {
    int step = (int) Math.rint(statistic * STEPS);
    Double known = OF_FULL_WINDOWS.get(step);
    if (known == null) {
      known = compute((double) step / STEPS, DistributionDrift.REFERENCE);
      OF_FULL_WINDOWS.set(step, known);
    }
    return known;
  }

  private static double compute(double statistic, int reference) {
    // The exact method draws no random numbers; the seed is for the sake of certainty.
    return new KolmogorovSmirnovTest(0)
        .exactP(statistic, reference, DistributionDrift.RECENT, false);
  }
}
