package io.podflow.domain.selection;

import io.podflow.domain.metrics.Ranks;
import io.podflow.domain.settings.SelectorSettings;
import java.util.Arrays;

/**
 * How well each symbol has done compared with the others of its pod (requirement B2): weighted
 * percentile ranks of Sharpe ratio, return, and inverted drawdown.
 */
public final class CompositeScore {

  /** Fewer returns than this say nothing about a symbol (requirement B3). */
  public static final int MIN_RETURNS = 10;

  /** Neither low nor high with the default thresholds. */
  private static final double NEUTRAL = 0.5;

  private final SelectorSettings settings;

  public CompositeScore(SelectorSettings settings) {
    this.settings = settings;
  }

  /**
   * The ranks and scores at one close. Ranked are the symbols that are judged and have enough
   * returns; the others score 0.5 and do not shift the ranks of those (decision PO3). All arrays
   * are in the pod's symbol order.
   *
   * @param judged which symbols are evaluated at this close
   * @param returnCounts returns in each symbol's window
   * @param sharpe annualised, over {@code sharpe_lookback}
   * @param cumulativeReturn over {@code return_lookback}, fraction
   * @param maxDrawdown over {@code sharpe_lookback}, positive fraction
   */
  public Ranking rank(
      boolean[] judged,
      int[] returnCounts,
      double[] sharpe,
      double[] cumulativeReturn,
      double[] maxDrawdown) {
    int[] ranked = ranked(judged, returnCounts);
    double[] bySharpe = Ranks.percentile(picked(sharpe, ranked));
    double[] byReturn = Ranks.percentile(picked(cumulativeReturn, ranked));
    double[] byDrawdown = Ranks.percentile(picked(maxDrawdown, ranked));
    double[] scores = new double[judged.length];
    Arrays.fill(scores, NEUTRAL);
    for (int k = 0; k < ranked.length; k++) {
      scores[ranked[k]] =
          settings.sharpeWeight() * bySharpe[k]
              + settings.returnWeight() * byReturn[k]
              + settings.drawdownWeight() * (1 - byDrawdown[k]);
    }
    return new Ranking(
        scores,
        spread(bySharpe, ranked, scores.length),
        spread(byReturn, ranked, scores.length),
        spread(byDrawdown, ranked, scores.length));
  }

  private static int[] ranked(boolean[] judged, int[] returnCounts) {
    int[] ranked = new int[judged.length];
    int n = 0;
    for (int i = 0; i < judged.length; i++) {
      if (judged[i] && returnCounts[i] >= MIN_RETURNS) {
        ranked[n++] = i;
      }
    }
    return Arrays.copyOf(ranked, n);
  }

  private static double[] picked(double[] values, int[] which) {
    double[] picked = new double[which.length];
    for (int k = 0; k < which.length; k++) {
      picked[k] = values[which[k]];
    }
    return picked;
  }

  private static double[] spread(double[] ranks, int[] which, int symbols) {
    double[] spread = new double[symbols];
    Arrays.fill(spread, Double.NaN);
    for (int k = 0; k < which.length; k++) {
      spread[which[k]] = ranks[k];
    }
    return spread;
  }
}
