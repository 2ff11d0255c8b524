package io.podflow.domain.pod;

import io.podflow.domain.settings.ExposureBasis;

/** How a signal becomes a target: where the selector's WHO meets the allocator's HOW MUCH (C1). */
final class Exposure {

  /** Multipliers below this are an exclusion. */
  private static final double EXCLUDED = 1e-8;

  private final ExposureBasis basis;
  private final int symbols;

  /**
   * @param symbols configured symbols of the pod, the n of requirement C1
   */
  Exposure(ExposureBasis basis, int symbols) {
    this.basis = basis;
    this.symbols = symbols;
  }

  /** Target of a pod with an allocator: signal × weight × n × multiplier, without n per pod. */
  double allocated(double signal, double weight, double multiplier) {
    if (multiplier < EXCLUDED) {
      return 0;
    }
    double weighted = signal * weight;
    return (basis == ExposureBasis.PER_ASSET ? weighted * symbols : weighted) * multiplier;
  }

  /**
   * What the signal is multiplied with, the selector's multiplier aside.
   *
   * @param weight of the allocator; NaN of a pod without one
   */
  double factor(double weight) {
    boolean perAsset = basis == ExposureBasis.PER_ASSET;
    if (Double.isNaN(weight)) {
      return perAsset ? 1 : 1.0 / symbols;
    }
    return perAsset ? weight * symbols : weight;
  }

  /** Target of a pod without an allocator (FP18); per pod every symbol has an equal share. */
  double unallocated(double signal, double multiplier) {
    if (multiplier < EXCLUDED) {
      return 0;
    }
    double scaled = signal * multiplier;
    return basis == ExposureBasis.PER_ASSET ? scaled : scaled / symbols;
  }
}
