package io.podflow.domain.allocation;

/**
 * Pulls weights towards equal ones, against fitting the recent past (requirement G2, decision
 * CA10).
 */
public final class Shrinkage {

  private Shrinkage() {}

  /**
   * {@code (1 − λ) * weight + λ / n}: the weights themselves, to the last bit, where λ is 0, and
   * equal ones where it is 1.
   *
   * @param lambda λ in [0, 1]
   */
  public static double[] towardsEqual(double[] weights, double lambda) {
    double[] shrunk = new double[weights.length];
    double equal = 1.0 / weights.length;
    for (int i = 0; i < weights.length; i++) {
      shrunk[i] = (1 - lambda) * weights[i] + lambda * equal;
    }
    return shrunk;
  }
}
