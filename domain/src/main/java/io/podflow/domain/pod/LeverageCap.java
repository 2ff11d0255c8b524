package io.podflow.domain.pod;

/** The pod's own limit on Σ|target| (decisions PO7, FP6). */
final class LeverageCap {

  private final double maxLeverage;

  LeverageCap(double maxLeverage) {
    this.maxLeverage = maxLeverage;
  }

  /**
   * Scales the targets of the symbols with a bar at this close, in place, until the sum of all
   * |targets| fits. Standing targets of absent symbols count but do not move.
   *
   * @return the factor, 1 when nothing is scaled
   */
  double apply(double[] targets, boolean[] present) {
    double moving = 0;
    double standing = 0;
    for (int i = 0; i < targets.length; i++) {
      if (present[i]) {
        moving += Math.abs(targets[i]);
      } else {
        standing += Math.abs(targets[i]);
      }
    }
    if (moving + standing <= maxLeverage || moving == 0) {
      return 1;
    }
    double scale = Math.max(0, maxLeverage - standing) / moving;
    for (int i = 0; i < targets.length; i++) {
      if (present[i]) {
        targets[i] *= scale;
      }
    }
    return scale;
  }
}
