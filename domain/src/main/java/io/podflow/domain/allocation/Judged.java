package io.podflow.domain.allocation;

import io.podflow.domain.metrics.ReturnWindow;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The symbols that can be judged, and what becomes of the others (decisions PO6, EV2). */
final class Judged {

  private Judged() {}

  /** Positions of the windows that hold at least {@code enough} returns. */
  static int[] positions(ReturnWindow[] windows, int enough) {
    return IntStream.range(0, windows.length).filter(i -> windows[i].size() >= enough).toArray();
  }

  /**
   * Weights of all symbols: one that is not judged gets the mean of those that are.
   *
   * @param weights of the judged ones, summing to 1
   */
  static double[] withMeanForOthers(int count, int[] judged, double[] weights) {
    double[] all = new double[count];
    Arrays.fill(all, 1.0 / judged.length);
    for (int i = 0; i < judged.length; i++) {
      all[judged[i]] = weights[i];
    }
    return all;
  }
}
