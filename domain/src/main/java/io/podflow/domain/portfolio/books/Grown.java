package io.podflow.domain.portfolio.books;

import io.podflow.domain.execution.Trade;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arrays of state with room for more pods and symbols; what is new is empty. */
final class Grown {

  private Grown() {}

  /** By pod, then symbol. */
  static double[][] rows(double[][] rows, int pods, int symbols) {
    double[][] grown = new double[pods][];
    for (int p = 0; p < pods; p++) {
      grown[p] = p < rows.length ? Arrays.copyOf(rows[p], symbols) : new double[symbols];
    }
    return grown;
  }

  /** By pod, then symbol; nothing is remembered of what is new. */
  static PodShare[][] shares(PodShare[][] shares, int pods, int symbols) {
    PodShare[][] grown = new PodShare[pods][symbols];
    for (int p = 0; p < pods; p++) {
      for (int s = 0; s < symbols; s++) {
        boolean known = p < shares.length && s < shares[p].length;
        grown[p][s] = known ? shares[p][s] : new PodShare();
      }
    }
    return grown;
  }

  /** What is new is not known. */
  static double[] withNaN(double[] values, int size) {
    double[] grown = Arrays.copyOf(values, size);
    Arrays.fill(grown, values.length, size, Double.NaN);
    return grown;
  }

  /** By symbol; new pods have no part in any of them. */
  static @Nullable Trade[] trades(@Nullable Trade[] trades, int pods, int symbols) {
    @Nullable Trade[] grown = Arrays.copyOf(trades, symbols);
    for (int s = 0; s < trades.length; s++) {
      Trade trade = trades[s];
      grown[s] = trade == null ? null : trade.among(pods);
    }
    return grown;
  }
}
