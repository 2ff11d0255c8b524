package io.podflow.domain.allocation;

import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.AssetAllocationSettings;
import java.util.Arrays;

/**
 * Shares a pod's capital among those of its symbols that may hold some (requirement L2): the raw
 * weights of the configured method, then the bounds.
 *
 * <p>A method that reads history works over the symbols that have enough of it; any other eligible
 * symbol gets the mean of their raw weights before the bounds apply (decision PO6). Returns inside
 * a pod are not annualised: all symbols have the same bars, and only proportions count.
 */
public final class AssetAllocator {

  /** Returns that are enough for a weight, unless the look-back is shorter (decision FP17). */
  private static final int ENOUGH_RETURNS = 10;

  private final AssetAllocationSettings settings;
  private final Weighting weighting;
  private final int enough;

  public AssetAllocator(AssetAllocationSettings settings) {
    this.settings = settings;
    this.weighting = Weighting.of(settings.method());
    this.enough = Math.min(ENOUGH_RETURNS, settings.volLookback());
  }

  /**
   * Weights in the pod's symbol order, 0 for a symbol that is not eligible. They sum to 1, or to
   * less where {@code max_weight} leaves no other way (decision PO8).
   *
   * @param eligible symbols that have traded, are not stale and have multiplier > 0 (FP5)
   * @param windows bar returns of each symbol
   * @param strengths |signal| of each symbol at this close, 0 when it has none (PO9)
   */
  public double[] weights(boolean[] eligible, ReturnWindow[] windows, double[] strengths) {
    int[] chosen = positions(eligible);
    double[] weights = new double[eligible.length];
    if (chosen.length == 0) {
      return weights;
    }
    double[] raw = raw(chosen, windows, strengths);
    double[] filled = WaterFilling.fill(raw, settings.minWeight(), settings.maxWeight());
    for (int i = 0; i < chosen.length; i++) {
      weights[chosen[i]] = filled[i];
    }
    return weights;
  }

  private double[] raw(int[] chosen, ReturnWindow[] windows, double[] strengths) {
    if (!weighting.readsHistory()) {
      return weighting.raw(new double[0][], select(strengths, chosen));
    }
    boolean[] known = new boolean[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      known[i] = windows[chosen[i]].size() >= enough;
    }
    int[] judged = positions(known);
    if (judged.length == 0) {
      return Weighting.equal(chosen.length);
    }
    return withMeanForUnknown(chosen.length, judged, judge(chosen, judged, windows, strengths));
  }

  private double[] judge(int[] chosen, int[] judged, ReturnWindow[] windows, double[] strengths) {
    double[][] series = new double[judged.length][];
    double[] judgedStrengths = new double[judged.length];
    for (int i = 0; i < judged.length; i++) {
      int position = chosen[judged[i]];
      series[i] = windows[position].last(settings.volLookback());
      judgedStrengths[i] = strengths[position];
    }
    return weighting.raw(series, judgedStrengths);
  }

  private static double[] withMeanForUnknown(int count, int[] judged, double[] weights) {
    double[] raw = new double[count];
    Arrays.fill(raw, 1.0 / judged.length);
    for (int i = 0; i < judged.length; i++) {
      raw[judged[i]] = weights[i];
    }
    return raw;
  }

  private static int[] positions(boolean[] flags) {
    int[] positions = new int[flags.length];
    int count = 0;
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) {
        positions[count++] = i;
      }
    }
    return Arrays.copyOf(positions, count);
  }

  private static double[] select(double[] values, int[] positions) {
    double[] selected = new double[positions.length];
    Arrays.setAll(selected, i -> values[positions[i]]);
    return selected;
  }
}
