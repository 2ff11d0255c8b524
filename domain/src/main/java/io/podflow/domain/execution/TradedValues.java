package io.podflow.domain.execution;

import io.podflow.api.Bar;
import io.podflow.domain.market.UtcDays;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was traded of each symbol on its last UTC days: Σ volume × close of its bars, quote
 * currency. Days without a bar are left out.
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only its own methods change them.
 */
public final class TradedValues {

  /** Days with bars below which there is no mean. */
  public static final int FEWEST_DAYS = 5;

  /** Days that are kept of a symbol. */
  public int capacity;

  /** By symbol: epoch days, rising; the last one may go on. */
  public long[][] days = {};

  /** By symbol: traded value of each day. */
  public double[][] values = {};

  /** For deserialisation only. */
  public TradedValues() {}

  public TradedValues(int symbols, int days) {
    grow(symbols, days);
  }

  /** Makes room for symbols without a day, and for more days; what was forgotten stays lost. */
  public final void grow(int symbols, int window) {
    // the days of the window and the one that goes on
    capacity = Math.max(capacity, window + 1);
    int known = days.length;
    if (known >= symbols) {
      return;
    }
    days = Arrays.copyOf(days, symbols);
    values = Arrays.copyOf(values, symbols);
    for (int s = known; s < symbols; s++) {
      days[s] = new long[0];
      values[s] = new double[0];
    }
  }

  /** The bars of a close. */
  public void add(@Nullable Bar[] bars) {
    for (int s = 0; s < bars.length; s++) {
      Bar bar = bars[s];
      if (bar != null) {
        add(s, UtcDays.dayOf(bar.closeTime()), of(bar));
      }
    }
  }

  private void add(int symbol, long day, double value) {
    int n = days[symbol].length;
    if (n > 0 && days[symbol][n - 1] == day) {
      values[symbol][n - 1] += value;
      return;
    }
    int from = n == capacity ? 1 : 0;
    days[symbol] = Arrays.copyOfRange(days[symbol], from, n + 1);
    values[symbol] = Arrays.copyOfRange(values[symbol], from, n + 1);
    days[symbol][n - from] = day;
    values[symbol][n - from] = value;
  }

  /** What was traded in a bar, quote currency; 0 where its volume is not known. */
  public static double of(Bar bar) {
    return bar.volume() > 0 ? bar.volume() * bar.close() : 0;
  }

  /**
   * Mean traded value of a day, over the last days that had ended at a moment.
   *
   * @param moment epoch milliseconds UTC
   * @param window how many UTC days back
   * @return NaN when fewer than {@link #FEWEST_DAYS} of them have bars
   */
  public double mean(int symbol, long moment, int window) {
    long today = Math.floorDiv(moment, UtcDays.DAY_MILLIS);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < days[symbol].length; i++) {
      if (days[symbol][i] < today && days[symbol][i] >= today - window) {
        sum += values[symbol][i];
        count++;
      }
    }
    return count < FEWEST_DAYS ? Double.NaN : sum / count;
  }
}
