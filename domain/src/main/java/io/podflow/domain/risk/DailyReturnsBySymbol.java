package io.podflow.domain.risk;

import io.podflow.domain.metrics.ReturnMetrics;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The daily returns that the volatility of several symbols is estimated from: those of the last
 * days on which all of them have one (decision EV4). Symbols that are stale, young or constant are
 * left out; while fewer than 30 days are common to the others, the one with the fewest returns is.
 *
 * @param symbols the symbols that have an estimate of their own, ascending
 * @param returns by place in {@code symbols}, then day, oldest first; at most 60 days
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
record DailyReturnsBySymbol(int[] symbols, double[][] returns) {

  /** Fewer returns than this say nothing about a symbol's variance. */
  private static final int ENOUGH_DAYS = 30;

  /** Days that are looked back on, at most. */
  private static final int MOST_DAYS = 60;

  /** A standard deviation up to this is rounding: prices that stand still have no variance. */
  private static final double NO_DEVIATION = 1e-12;

  /**
   * Chooses symbols and days.
   *
   * @param candidates symbols with a weight, ascending; that is the order in which ties leave
   * @param closes by symbol, then UTC day; NaN on a day without a close; all end with the same day
   */
  static DailyReturnsBySymbol of(int[] candidates, double[][] closes, boolean[] stale) {
    double[][] returns = new double[closes.length][];
    for (int symbol : candidates) {
      returns[symbol] = returns(closes[symbol]);
    }
    int[] symbols = keep(candidates, s -> !stale[s] && hasVariance(returns[s]));
    while (symbols.length > 0) {
      int[] days = commonDays(symbols, returns);
      if (days.length < ENOUGH_DAYS) {
        int shortest = shortest(symbols, returns);
        symbols = keep(symbols, s -> s != shortest);
        continue;
      }
      double[][] window = window(symbols, returns, days);
      int[] varying = varying(symbols, window);
      if (varying.length == symbols.length) {
        return new DailyReturnsBySymbol(symbols, window);
      }
      symbols = varying;
    }
    return new DailyReturnsBySymbol(new int[0], new double[0][]);
  }

  boolean isEmpty() {
    return symbols.length == 0;
  }

  int days() {
    return returns[0].length;
  }

  /** NaN on a day without a close, and on the day after one. */
  private static double[] returns(double[] closes) {
    double[] returns = new double[Math.max(0, closes.length - 1)];
    for (int d = 0; d < returns.length; d++) {
      returns[d] = closes[d + 1] / closes[d] - 1;
    }
    return returns;
  }

  /** Whether the last days with a return, at most {@link #MOST_DAYS}, are enough and differ. */
  private static boolean hasVariance(double[] returns) {
    double[] known = new double[MOST_DAYS];
    int begin = MOST_DAYS;
    for (int d = returns.length - 1; d >= 0 && begin > 0; d--) {
      if (Double.isFinite(returns[d])) {
        known[--begin] = returns[d];
      }
    }
    return MOST_DAYS - begin >= ENOUGH_DAYS && varies(Arrays.copyOfRange(known, begin, MOST_DAYS));
  }

  private static boolean varies(double[] returns) {
    return ReturnMetrics.standardDeviation(returns) > NO_DEVIATION;
  }

  private static int[] varying(int[] symbols, double[][] window) {
    int[] kept = new int[symbols.length];
    int count = 0;
    for (int i = 0; i < symbols.length; i++) {
      if (varies(window[i])) {
        kept[count++] = symbols[i];
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** The last days on which all symbols have a return, counted back from the last: 1, 2, … */
  private static int[] commonDays(int[] symbols, double[][] returns) {
    int longest = Arrays.stream(symbols).map(s -> returns[s].length).min().orElse(0);
    int[] days = new int[Math.min(longest, MOST_DAYS)];
    int count = 0;
    for (int back = 1; back <= longest && count < days.length; back++) {
      if (haveAll(symbols, returns, back)) {
        days[count++] = back;
      }
    }
    return Arrays.copyOf(days, count);
  }

  private static boolean haveAll(int[] symbols, double[][] returns, int back) {
    for (int s : symbols) {
      if (!Double.isFinite(returns[s][returns[s].length - back])) {
        return false;
      }
    }
    return true;
  }

  private static double[][] window(int[] symbols, double[][] returns, int[] days) {
    double[][] window = new double[symbols.length][days.length];
    for (int i = 0; i < symbols.length; i++) {
      double[] all = returns[symbols[i]];
      for (int d = 0; d < days.length; d++) {
        window[i][days.length - 1 - d] = all[all.length - days[d]];
      }
    }
    return window;
  }

  /** The symbol with the fewest returns, of several the first. */
  private static int shortest(int[] symbols, double[][] returns) {
    int shortest = symbols[0];
    int fewest = Integer.MAX_VALUE;
    for (int s : symbols) {
      int count = known(returns[s]);
      if (count < fewest) {
        fewest = count;
        shortest = s;
      }
    }
    return shortest;
  }

  private static int known(double[] returns) {
    int known = 0;
    for (double r : returns) {
      known += Double.isFinite(r) ? 1 : 0;
    }
    return known;
  }

  private static int[] keep(int[] symbols, IntPredicate wanted) {
    return Arrays.stream(symbols).filter(wanted).toArray();
  }
}
