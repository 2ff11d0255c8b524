package io.podflow.job.outsider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The estimate that volatility is capped by (EV4), from the closes at the ends of UTC days. */
final class VolatilityCap {

  private static final int LONGEST = 60;
  private static final int ENOUGH = 30;
  private static final double NO_DISPERSION = 1e-12;

  private final Run run;
  private final String[] symbols;

  VolatilityCap(Run run) {
    this.run = run;
    // The order in which the pods name the symbols decides ties.
    this.symbols =
        run.config.pods.stream()
            .flatMap(pod -> pod.symbols().stream())
            .distinct()
            .toArray(String[]::new);
  }

  /**
   * Annualised volatility of the weights; NaN when nothing is known of any of them.
   *
   * @param close any close; the days that have ended by then count
   * @param weights signed shares of equity, in the order of the universe
   */
  double estimate(long close, double[] weights) {
    double[] w = new double[symbols.length];
    List<Integer> held = new ArrayList<>();
    List<double[]> returns = new ArrayList<>();
    for (int i = 0; i < symbols.length; i++) {
      w[i] = weights[run.universe.indexOf(symbols[i])];
      if (w[i] != 0) {
        held.add(i);
        returns.add(dailyReturns(symbols[i], close));
      }
    }
    boolean[] known = new boolean[held.size()];
    for (int n = 0; n < known.length; n++) {
      double[] own = known(returns.get(n));
      double[] last = Arrays.copyOfRange(own, Math.max(0, own.length - LONGEST), own.length);
      known[n] =
          own.length >= ENOUGH
              && !run.stale(symbols[held.get(n)], close)
              && Figures.deviation(last) > NO_DISPERSION;
    }
    int[] days = window(returns, known);
    double[] own = held.stream().mapToDouble(i -> w[i]).toArray();
    return days.length == 0 ? Double.NaN : volatility(own, returns, known, days);
  }

  /** The days that count; symbols that do not fit are taken out of {@code known}. */
  private static int[] window(List<double[]> returns, boolean[] known) {
    while (IntStream.range(0, known.length).anyMatch(n -> known[n])) {
      int shortest = Integer.MAX_VALUE;
      for (int n = 0; n < known.length; n++) {
        shortest = known[n] ? Math.min(shortest, known(returns.get(n)).length) : shortest;
      }
      int[] common =
          IntStream.range(0, returns.get(0).length)
              .filter(
                  t ->
                      IntStream.range(0, known.length)
                          .allMatch(n -> !known[n] || !Double.isNaN(returns.get(n)[t])))
              .toArray();
      int count = Math.min(common.length, Math.min(LONGEST, shortest));
      int[] days = Arrays.copyOfRange(common, common.length - count, common.length);
      int out = days.length < ENOUGH ? fewest(returns, known) : constant(returns, known, days);
      if (out < 0) {
        return days;
      }
      known[out] = false;
    }
    return new int[0];
  }

  private static int fewest(List<double[]> returns, boolean[] known) {
    int out = -1;
    for (int n = 0; n < known.length; n++) {
      boolean fewer =
          out < 0 || known(returns.get(n)).length < known(returns.get(out)).length;
      out = known[n] && fewer ? n : out;
    }
    return out;
  }

  private static int constant(List<double[]> returns, boolean[] known, int[] days) {
    for (int n = 0; n < known.length; n++) {
      if (known[n] && Figures.deviation(on(returns.get(n), days)) <= NO_DISPERSION) {
        return n;
      }
    }
    return -1;
  }

  private double volatility(double[] w, List<double[]> returns, boolean[] known, int[] days) {
    int[] judged = IntStream.range(0, known.length).filter(n -> known[n]).toArray();
    double[][] series =
        Arrays.stream(judged).mapToObj(n -> on(returns.get(n), days)).toArray(double[][]::new);
    double[][] covariance = Shrunk.plainCovariance(run.config, series);
    double largest = 0;
    double variance = 0;
    for (int i = 0; i < judged.length; i++) {
      largest = Math.max(largest, covariance[i][i]);
      for (int j = 0; j < judged.length; j++) {
        variance += w[judged[i]] * covariance[i][j] * w[judged[j]];
      }
    }
    double[] sigmas = new double[w.length];
    Arrays.fill(sigmas, Math.sqrt(largest));
    for (int i = 0; i < judged.length; i++) {
      sigmas[judged[i]] = Math.sqrt(covariance[i][i]);
    }
    for (int a = 0; a < w.length; a++) {
      for (int b = 0; b < w.length; b++) {
        if (!known[a] || !known[b]) {
          variance += Math.abs(w[a]) * Math.abs(w[b]) * sigmas[a] * sigmas[b];
        }
      }
    }
    return Math.sqrt(365 * Math.max(0, variance));
  }

  /** Of every UTC day from the first bar on, NaN where a close is missing. */
  private double[] dailyReturns(String symbol, long close) {
    List<Double> returns = new ArrayList<>();
    Series series = run.finest(symbol);
    long day = Grid.closeAfter(run.bars.warmUpFrom, "1D");
    for (long t = day + Grid.DAY; t <= close; t += Grid.DAY) {
      int now = series.last(t);
      int before = series.last(t - Grid.DAY);
      boolean both = series.has(t) && series.has(t - Grid.DAY);
      returns.add(both ? series.close(now) / series.close(before) - 1 : Double.NaN);
    }
    return returns.stream().mapToDouble(r -> r).toArray();
  }

  private static double[] known(double[] returns) {
    return Arrays.stream(returns).filter(r -> !Double.isNaN(r)).toArray();
  }

  private static double[] on(double[] returns, int[] days) {
    return Arrays.stream(days).mapToDouble(t -> returns[t]).toArray();
  }
}
