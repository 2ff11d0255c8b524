package io.podflow.domain.allocation;

import io.podflow.domain.metrics.Dispersion;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.Covariance;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The raw weights of a method, pulled towards equal ones where that is configured, then the bounds.
 *
 * <p>A method that reads history works over the symbols that have enough of it, and variance in it;
 * any other gets the mean of their raw weights before the bounds apply (decisions PO6, EV2). Equal,
 * for the pull, is equal among the same symbols; the mean of the others is that already.
 */
final class BoundedSharing implements Sharing {

  private final AssetAllocationSettings settings;
  private final Weighting weighting;
  private final Covariance covariance;
  private final double weightShrinkage;
  private final VolatilityFloor floor;

  BoundedSharing(
      AssetAllocationSettings settings,
      Covariance covariance,
      double weightShrinkage,
      VolatilityFloor floor) {
    this.settings = settings;
    this.weighting = Weighting.of(settings.method());
    this.covariance = covariance;
    this.weightShrinkage = weightShrinkage;
    this.floor = floor;
  }

  @Override
  public double[] weights(ReturnWindow[] windows, double[] strengths) {
    double[] raw = raw(windows, strengths);
    return WaterFilling.fill(raw, settings.minWeight(), settings.maxWeight());
  }

  private double[] raw(ReturnWindow[] windows, double[] strengths) {
    if (!weighting.readsHistory()) {
      return shrunk(new double[0][], strengths, new double[0]);
    }
    double[] deviations =
        Arrays.stream(windows)
            .mapToDouble(window -> Dispersion.of(window, settings.volLookback()))
            .toArray();
    int[] judged =
        IntStream.range(0, windows.length).filter(i -> floor.accepts(deviations[i])).toArray();
    if (judged.length == 0) {
      return EqualWeight.of(windows.length);
    }
    double[][] series = new double[judged.length][];
    double[] judgedStrengths = new double[judged.length];
    double[] floors = floor.of(deviations);
    double[] judgedFloors = new double[judged.length];
    for (int i = 0; i < judged.length; i++) {
      series[i] = windows[judged[i]].last(settings.volLookback());
      judgedStrengths[i] = strengths[judged[i]];
      judgedFloors[i] = floors[judged[i]];
    }
    return Judged.withMeanForOthers(
        windows.length, judged, shrunk(series, judgedStrengths, judgedFloors));
  }

  private double[] shrunk(double[][] series, double[] strengths, double[] floors) {
    return Shrinkage.towardsEqual(
        weighting.raw(series, strengths, covariance, floors), weightShrinkage);
  }
}
