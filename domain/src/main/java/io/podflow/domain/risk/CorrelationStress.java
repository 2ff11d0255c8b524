package io.podflow.domain.risk;

import io.podflow.domain.metrics.Dispersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean correlation, the sign that what was meant to be spread moves as one (docs/decisions.md,
 * "Risk and defence"). NaN where there is too little to say: a mean over a few days is noise, and a
 * pod or a symbol that stands still has no correlation at all (decision EV3).
 */
public final class CorrelationStress {

  /** Daily returns that a pod or symbol must have, and that all must have in common. */
  private static final int ENOUGH_RETURNS = 30;

  private CorrelationStress() {}

  /**
   * Mean correlation over all pairs, on the days on which all have a return. Left out are those
   * with too few returns, and those whose returns do not vary.
   *
   * @param returns by pod or symbol, then day, NaN where there is none; all of the same length
   */
  public static double of(double[][] returns) {
    double[][] judged =
        Arrays.stream(returns).filter(CorrelationStress::isJudged).toArray(double[][]::new);
    if (judged.length < 2) {
      return Double.NaN;
    }
    int[] days =
        IntStream.range(0, judged[0].length)
            .filter(day -> Arrays.stream(judged).noneMatch(series -> Double.isNaN(series[day])))
            .toArray();
    if (days.length < ENOUGH_RETURNS) {
      return Double.NaN;
    }
    return mean(centred(judged, days));
  }

  /**
   * The same of the returns between closes.
   *
   * @param closes by symbol, then day, oldest first; all end on the same day
   */
  public static double ofCloses(double[][] closes) {
    int days = Arrays.stream(closes).mapToInt(history -> history.length).max().orElse(0);
    double[][] returns = new double[closes.length][Math.max(0, days - 1)];
    for (int s = 0; s < returns.length; s++) {
      Arrays.fill(returns[s], Double.NaN);
      int from = days - closes[s].length;
      for (int day = 1; day < closes[s].length; day++) {
        returns[s][from + day - 1] = closes[s][day] / closes[s][day - 1] - 1;
      }
    }
    return of(returns);
  }

  private static boolean isJudged(double[] series) {
    double[] known = Arrays.stream(series).filter(value -> !Double.isNaN(value)).toArray();
    return known.length >= ENOUGH_RETURNS && Dispersion.isSome(Dispersion.of(known));
  }

  /** Returns of the common days less their mean; without those that do not vary on these days. */
  private static List<double[]> centred(double[][] judged, int[] days) {
    List<double[]> centred = new ArrayList<>();
    for (double[] series : judged) {
      double[] common = Arrays.stream(days).mapToDouble(day -> series[day]).toArray();
      if (Dispersion.isSome(Dispersion.of(common))) {
        double mean = Arrays.stream(common).sum() / common.length;
        centred.add(Arrays.stream(common).map(value -> value - mean).toArray());
      }
    }
    return centred;
  }

  private static double mean(List<double[]> centred) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < centred.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = centred.get(i);
        double[] b = centred.get(j);
        sum += dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
        pairs++;
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int day = 0; day < a.length; day++) {
      sum += a[day] * b[day];
    }
    return sum;
  }
}
