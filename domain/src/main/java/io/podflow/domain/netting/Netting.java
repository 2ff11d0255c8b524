package io.podflow.domain.netting;

/**
 * The pods' weights added up per symbol (docs/decisions.md, "Netting and orders"). Weights are
 * signed shares of portfolio equity; both arrays are in the order of the symbols.
 *
 * @param gross Σ over pods of |weight|, per symbol
 * @param net Σ over pods of the weight, per symbol
 * @param grossSum Σ gross; 0 for dust
 * @param netSum Σ |net|; 0 for dust
 * @param offsetRatio 1 − netSum / grossSum: the part that pods hold against each other; 0 for dust
 * @param grossLeverage Σ |net|, dust or not
 */
public record Netting(
    double[] gross,
    double[] net,
    double grossSum,
    double netSum,
    double offsetRatio,
    double grossLeverage) {

  /** Below this sum of |weights| the statistics say nothing and are 0. */
  private static final double DUST = 1e-8;

  /**
   * Nets the weights of all pods.
   *
   * @param weights by pod, then symbol; 0 where a pod does not trade the symbol
   * @param symbols number of symbols
   */
  public static Netting of(double[][] weights, int symbols) {
    double[] gross = new double[symbols];
    double[] net = new double[symbols];
    for (double[] pod : weights) {
      for (int s = 0; s < symbols; s++) {
        gross[s] += Math.abs(pod[s]);
        net[s] += pod[s];
      }
    }
    double grossSum = sumOfSizes(gross);
    double leverage = sumOfSizes(net);
    return grossSum < DUST
        ? new Netting(gross, net, 0, 0, 0, leverage)
        : new Netting(gross, net, grossSum, leverage, 1 - leverage / grossSum, leverage);
  }

  private static double sumOfSizes(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }
}
