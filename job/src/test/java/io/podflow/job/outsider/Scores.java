package io.podflow.job.outsider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ranks and composite scores of one pod and close, from the recorded metrics (selector.md "Score";
 * PO3, EV2). All by position in the pod.
 *
 * @param sharpe rank in [0, 1]; NaN for a symbol that is not ranked, as in the other ranks
 * @param composite 0.5 for a symbol that is not ranked
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
record Scores(double[] sharpe, double[] periodReturn, double[] drawdown, double[] composite) {

  private static final int ENOUGH_RETURNS = 10;

  static Scores at(PodBook book, long close) {
    List<Integer> ranked = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < book.symbols.size(); i++) {
      Optional<Row> row = book.row(close, i);
      // The first bar has no return.
      boolean enough = book.series(i).last(close) >= ENOUGH_RETURNS;
      if (row.isPresent() && enough && !book.constant(i, close, "sharpe_lookback")) {
        ranked.add(i);
        rows.add(row.get());
      }
    }
    Scores scores = unranked(book.symbols.size());
    for (int n = 0; n < rows.size(); n++) {
      int i = ranked.get(n);
      scores.sharpe[i] = rank(rows, n, "sharpe");
      scores.periodReturn[i] = rank(rows, n, "cumulative_return");
      scores.drawdown[i] = rank(rows, n, "max_drawdown");
      scores.composite[i] =
          book.pod.selector("sharpe_weight") * scores.sharpe[i]
              + book.pod.selector("return_weight") * scores.periodReturn[i]
              + book.pod.selector("drawdown_weight") * (1 - scores.drawdown[i]);
    }
    return scores;
  }

  private static Scores unranked(int n) {
    double[] half = new double[n];
    Arrays.fill(half, 0.5);
    return new Scores(nothing(n), nothing(n), nothing(n), half);
  }

  private static double[] nothing(int n) {
    double[] values = new double[n];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static double rank(List<Row> rows, int n, String column) {
    double mine = rows.get(n).number(column);
    double below = 0;
    for (int other = 0; other < rows.size(); other++) {
      double value = rows.get(other).number(column);
      below += value < mine ? 1 : value == mine && other != n ? 0.5 : 0;
    }
    return rows.size() == 1 ? 0.5 : below / (rows.size() - 1);
  }
}
