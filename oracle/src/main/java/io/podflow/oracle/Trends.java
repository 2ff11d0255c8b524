package io.podflow.oracle;

/** How much the symbols trend, from the bars (ADX of docs/strategies.md). */
final class Trends {

  private Trends() {}

  /** Mean of the ADX above 0 over all symbols, each by the first pod that trades it. */
  static double mean(Run run, long close, int period) {
    double sum = 0;
    int count = 0;
    for (String symbol : run.universe) {
      for (PodBook book : run.books) {
        int i = book.symbols.indexOf(symbol);
        if (i >= 0) {
          int last = book.series(i).last(close);
          boolean decided = last != Series.NONE && book.series(i).time(last) > run.bars.from;
          double adx = decided ? adx(book.series(i), last, period) : Double.NaN;
          sum += adx > 0 ? adx : 0;
          count += adx > 0 ? 1 : 0;
          break;
        }
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static double adx(Series bars, int last, int period) {
    double[] up = new double[last + 1];
    double[] down = new double[last + 1];
    double[] range = new double[last + 1];
    for (int t = 0; t <= last; t++) {
      range[t] = bars.high(t) - bars.low(t);
      if (t > 0) {
        double rise = bars.high(t) - bars.high(t - 1);
        double fall = bars.low(t - 1) - bars.low(t);
        up[t] = rise > fall && rise > 0 ? rise : 0;
        down[t] = fall > rise && fall > 0 ? fall : 0;
        double before = bars.close(t - 1);
        range[t] = Math.max(bars.high(t), before) - Math.min(bars.low(t), before);
      }
    }
    double[] plus = wilder(up, period);
    double[] minus = wilder(down, period);
    double[] ranges = wilder(range, period);
    double[] index = new double[last + 1];
    for (int t = 0; t <= last; t++) {
      double high = 100 * plus[t] / ranges[t];
      double low = 100 * minus[t] / ranges[t];
      index[t] = high + low == 0 ? Double.NaN : 100 * Math.abs(high - low) / (high + low);
    }
    return wilder(index, period)[last];
  }

  /** From the first number on; shown once n of them were seen. */
  private static double[] wilder(double[] values, int n) {
    double[] averages = new double[values.length];
    double average = 0;
    double old = 1;
    int seen = 0;
    for (int t = 0; t < values.length; t++) {
      if (seen > 0) {
        old *= 1 - 1.0 / n;
      }
      if (!Double.isNaN(values[t])) {
        average = seen == 0 ? values[t] : (old * average + values[t] / n) / (old + 1.0 / n);
        old = 1;
        seen++;
      }
      averages[t] = seen < n ? Double.NaN : average;
    }
    return averages;
  }
}
