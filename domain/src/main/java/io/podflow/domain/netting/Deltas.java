package io.podflow.domain.netting;

/** The way from what is held to what is wanted, entry by entry. */
public final class Deltas {

  private Deltas() {}

  /** {@code wanted − held}; both in the same order and unit. */
  public static double[] of(double[] wanted, double[] held) {
    double[] deltas = new double[wanted.length];
    for (int i = 0; i < deltas.length; i++) {
      deltas[i] = wanted[i] - held[i];
    }
    return deltas;
  }
}
