package io.podflow.domain.risk;

import java.util.Arrays;

/**
 * What the cap on volatility remembers: closes at the ends of UTC days, and whether the cap binds.
 * Closes are kept whether or not there is a limit, because a later configuration may set one.
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only its own methods change them.
 * State written before there was a cap reads with no symbol and zeros.
 */
public final class VolatilityState {

  /** Days that are kept: many more than are looked back on, as a symbol may have missed some. */
  static final int CAPACITY = 366;

  /** Epoch day of the last close of {@link #bySymbol}; without meaning while there is none. */
  public long day;

  /** By symbol, then UTC day, oldest first, NaN where there was no close; all of one length. */
  public double[][] bySymbol = {};

  /** Factor of the cap on the targets of the last close. */
  public double scale;

  /** Whether the cap binds, as events have told it. */
  public boolean binds;

  /** Whether the cap has bound at a close of the UTC day that has not ended yet. */
  public boolean boundToday;

  /** Whether closes of days that are over are missing, which is still to be told. */
  public boolean beginsLate;

  /** For deserialisation only. */
  public VolatilityState() {}

  /** The start of a run. */
  public VolatilityState(int symbols) {
    bySymbol = new double[symbols][0];
    scale = 1;
  }

  /** What state of before continues with: nothing is known of the days that are over. */
  public static VolatilityState beginningLate(int symbols) {
    VolatilityState state = new VolatilityState(symbols);
    state.beginsLate = true;
    return state;
  }

  /** Whether this was read from state that was written before there was a cap. */
  public boolean isMissing() {
    return bySymbol.length == 0;
  }

  /** Makes room for symbols without a close. */
  public void grow(int symbols) {
    int known = bySymbol.length;
    int days = known == 0 ? 0 : bySymbol[0].length;
    bySymbol = Arrays.copyOf(bySymbol, symbols);
    for (int s = known; s < symbols; s++) {
      bySymbol[s] = new double[days];
      Arrays.fill(bySymbol[s], Double.NaN);
    }
  }

  /**
   * Appends a UTC day, and the days without any close that lie between it and the last one.
   *
   * @param epochDay later than the last one
   * @param closes by symbol, quote currency; NaN for a symbol without a bar that ends the day
   */
  public void add(long epochDay, double[] closes) {
    boolean first = days() == 0;
    int step = first ? 1 : (int) Math.min(epochDay - day, CAPACITY);
    for (int s = 0; s < bySymbol.length; s++) {
      double[] known = bySymbol[s];
      int length = Math.min(known.length + step, CAPACITY);
      double[] next = new double[length];
      Arrays.fill(next, Double.NaN);
      int kept = length - step;
      System.arraycopy(known, known.length - kept, next, 0, kept);
      next[length - 1] = closes[s];
      bySymbol[s] = next;
    }
    day = epochDay;
  }

  /** Days that are kept. */
  public int days() {
    return bySymbol.length == 0 ? 0 : bySymbol[0].length;
  }
}
