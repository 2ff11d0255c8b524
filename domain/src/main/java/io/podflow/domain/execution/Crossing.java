package io.podflow.domain.execution;

/**
 * The pods' wanted changes in one symbol, split into what they exchange among themselves and what
 * is left to send (decisions AC4, FP10). The smaller side crosses in full; the larger side crosses
 * as much, each pod in proportion to its change, and its rest is the order.
 *
 * @param net buys − sells: signed quantity left to send
 * @param volume the smaller of buys and sells: quantity that crosses
 * @param crossed signed part of each pod's change that crosses; sums to 0
 */
public record Crossing(double net, double volume, double[] crossed) {

  /**
   * Splits {@code changes}.
   *
   * @param changes signed quantity by pod
   */
  public static Crossing of(double[] changes) {
    double buys = 0;
    double sells = 0;
    for (double change : changes) {
      if (change > 0) {
        buys += change;
      } else {
        sells -= change;
      }
    }
    double volume = Math.min(buys, sells);
    double[] crossed = new double[changes.length];
    for (int p = 0; p < changes.length; p++) {
      double side = changes[p] > 0 ? buys : sells;
      // -0.0 would show in the journal
      crossed[p] = volume == 0 || changes[p] == 0 ? 0.0 : changes[p] * (volume / side);
    }
    return new Crossing(buys - sells, volume, crossed);
  }
}
