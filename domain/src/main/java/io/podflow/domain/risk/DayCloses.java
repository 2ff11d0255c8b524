package io.podflow.domain.risk;

import java.util.Arrays;

/**
 * The symbols' closes at the ends of the last UTC days, for {@link CorrelationStress#ofCloses}. A
 * symbol without a live price starts over when it has one again, so that what is kept has no gaps.
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only its own methods change them.
 */
public final class DayCloses {

  public int capacity;

  /** By symbol, then day, oldest first; at most {@link #capacity} days, all up to the last one. */
  public double[][] bySymbol = {};

  /** For deserialisation only. */
  public DayCloses() {}

  public DayCloses(int symbols, int capacity) {
    this.capacity = capacity;
    this.bySymbol = new double[symbols][0];
  }

  /**
   * Makes room for symbols without a close, and for more days; those that were forgotten stay lost.
   */
  public void grow(int symbols, int days) {
    double[][] grown = Arrays.copyOf(bySymbol, symbols);
    for (int s = bySymbol.length; s < symbols; s++) {
      grown[s] = new double[0];
    }
    bySymbol = grown;
    capacity = Math.max(capacity, days);
  }

  /**
   * Appends a day and forgets the oldest beyond the capacity.
   *
   * @param closes by symbol, quote currency
   * @param live by symbol: whether its close is one to go by, neither stale nor never seen
   */
  public void add(double[] closes, boolean[] live) {
    for (int s = 0; s < bySymbol.length; s++) {
      if (live[s]) {
        double[] known = bySymbol[s];
        int from = known.length == capacity ? 1 : 0;
        double[] next = Arrays.copyOfRange(known, from, known.length + 1);
        next[next.length - 1] = closes[s];
        bySymbol[s] = next;
      } else {
        bySymbol[s] = new double[0];
      }
    }
  }
}
