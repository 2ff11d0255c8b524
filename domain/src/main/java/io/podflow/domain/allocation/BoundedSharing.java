package io.podflow.domain.allocation;

import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.Covariance;

/**
 * The raw weights of a method, pulled towards equal ones where that is configured, then the bounds.
 *
 * <p>A method that reads history works over the symbols that have enough of it; any other gets the
 * mean of their raw weights before the bounds apply (decision PO6). Equal, for the pull, is equal
 * among the same symbols; the mean of the others is that already.
 */
final class BoundedSharing implements Sharing {

  /** Returns that are enough for a weight, unless the look-back is shorter (decision FP17). */
  private static final int ENOUGH_RETURNS = 10;

  private final AssetAllocationSettings settings;
  private final Weighting weighting;
  private final Covariance covariance;
  private final double weightShrinkage;
  private final int enough;

  BoundedSharing(AssetAllocationSettings settings, Covariance covariance, double weightShrinkage) {
    this.settings = settings;
    this.weighting = Weighting.of(settings.method());
    this.covariance = covariance;
    this.weightShrinkage = weightShrinkage;
    this.enough = Math.min(ENOUGH_RETURNS, settings.volLookback());
  }

  @Override
  public double[] weights(ReturnWindow[] windows, double[] strengths) {
    double[] raw = raw(windows, strengths);
    return WaterFilling.fill(raw, settings.minWeight(), settings.maxWeight());
  }

  private double[] raw(ReturnWindow[] windows, double[] strengths) {
    if (!weighting.readsHistory()) {
      return shrunk(new double[0][], strengths);
    }
    int[] judged = Judged.positions(windows, enough);
    if (judged.length == 0) {
      return EqualWeight.of(windows.length);
    }
    double[][] series = new double[judged.length][];
    double[] judgedStrengths = new double[judged.length];
    for (int i = 0; i < judged.length; i++) {
      series[i] = windows[judged[i]].last(settings.volLookback());
      judgedStrengths[i] = strengths[judged[i]];
    }
    return Judged.withMeanForOthers(windows.length, judged, shrunk(series, judgedStrengths));
  }

  private double[] shrunk(double[][] series, double[] strengths) {
    return Shrinkage.towardsEqual(weighting.raw(series, strengths, covariance), weightShrinkage);
  }
}
