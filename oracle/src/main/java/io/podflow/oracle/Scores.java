package io.podflow.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Composite scores of one pod and close, from the recorded metrics (docs/decisions.md, "The asset
 * selector"; PO3).
 */
final class Scores {

  private static final int ENOUGH_RETURNS = 10;

  private Scores() {}

  private static final String[] COLUMNS = {"sharpe", "cumulative_return", "max_drawdown"};

  /** By position in the pod; 0.5 for a symbol that is not ranked. */
  static double[] at(PodBook book, long close) {
    return at(book, close, new double[COLUMNS.length][book.symbols.size()]);
  }

  /**
   * The same, and the ranks behind it.
   *
   * @param ranks filled by column and position; NaN for a symbol that is not ranked
   */
  static double[] at(PodBook book, long close, double[][] ranks) {
    for (double[] column : ranks) {
      Arrays.fill(column, Double.NaN);
    }
    List<Integer> ranked = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < book.symbols.size(); i++) {
      Optional<Row> row = book.row(close, i);
      // The first bar has no return.
      if (row.isPresent()
          && book.series(i).last(close) >= ENOUGH_RETURNS
          && !book.constant(i, close)) {
        ranked.add(i);
        rows.add(row.get());
      }
    }
    double[] scores = new double[book.symbols.size()];
    Arrays.fill(scores, 0.5);
    for (int n = 0; n < rows.size(); n++) {
      for (int c = 0; c < COLUMNS.length; c++) {
        ranks[c][ranked.get(n)] = rank(rows, n, COLUMNS[c]);
      }
      scores[ranked.get(n)] =
          book.pod.selector("sharpe_weight") * rank(rows, n, "sharpe")
              + book.pod.selector("return_weight") * rank(rows, n, "cumulative_return")
              + book.pod.selector("drawdown_weight") * (1 - rank(rows, n, "max_drawdown"));
    }
    return scores;
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
