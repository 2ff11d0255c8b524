package io.podflow.domain.netting;

/** Keeps pods that meet on a spot market from being short together (decision EX6). */
public final class SpotMarket {

  private SpotMarket() {}

  /**
   * Scales down the short weights of every symbol whose net is short, in place, until its net is 0:
   * what is left of them crosses with the pods that are long.
   *
   * @param weights by pod, then symbol; signed shares of equity
   * @return by symbol: whether anything was clipped
   */
  public static boolean[] clip(double[][] weights, int symbols) {
    boolean[] clipped = new boolean[symbols];
    for (int s = 0; s < symbols; s++) {
      double longs = 0;
      double shorts = 0;
      for (double[] pod : weights) {
        longs += Math.max(pod[s], 0);
        shorts += Math.max(-pod[s], 0);
      }
      if (shorts > longs) {
        clipped[s] = true;
        scaleShorts(weights, s, longs / shorts);
      }
    }
    return clipped;
  }

  private static void scaleShorts(double[][] weights, int symbol, double scale) {
    for (double[] pod : weights) {
      if (pod[symbol] < 0) {
        pod[symbol] = scale == 0 ? 0 : pod[symbol] * scale;
      }
    }
  }
}
