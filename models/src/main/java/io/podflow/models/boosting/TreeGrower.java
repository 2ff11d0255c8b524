package io.podflow.models.boosting;

import java.util.Arrays;

/**
 * Grows regression trees on the residuals of some rows, depth first: every node gets the split that
 * reduces the squared error most, by {@code n_L·n_R / (n_L + n_R) · (mean_L − mean_R)²}, among all
 * columns and all places between two values (docs/strategies.md).
 *
 * <p>For every column the rows of a node are adjacent and in the column's order. A split moves the
 * rows of the two children and keeps their order, so that no node is sorted again. The arrays are
 * reused from tree to tree.
 */
final class TreeGrower {

  /** A node whose residuals vary less than this is a leaf. */
  private static final double PURE = Math.ulp(1.0);

  /** Below every score, because scores are sums of squares. */
  private static final double NO_SPLIT = -1;

  private final SortedColumns data;
  private final int[] columns;
  private final int maxDepth;
  private final int drawn;
  private final double[] inverse;
  private final int[][] rows;
  private final int[] moved;
  private final int[] goesLeft;
  private final double[] gains;

  private int[] feature = {};
  private double[] threshold = {};
  private double[] values = {};
  private double[] residuals = {};
  private double bestScore;
  private int bestPlace;

  TreeGrower(SortedColumns data, int maxDepth, int drawn) {
    this.data = data;
    this.columns = data.distinctColumns();
    this.maxDepth = maxDepth;
    this.drawn = drawn;
    this.inverse = new double[drawn + 1];
    for (int i = 1; i <= drawn; i++) {
      inverse[i] = 1.0 / i;
    }
    this.rows = new int[data.columns()][data.rows() + 1];
    this.moved = new int[data.rows() + 1];
    this.goesLeft = new int[data.rows()];
    this.gains = new double[data.columns()];
  }

  /**
   * One tree.
   *
   * @param chosen by row: 1 for the rows that the tree is fitted to, else 0
   * @param residualsByRow labels minus the forecast of the earlier trees, one per row
   */
  Tree grow(int[] chosen, double[] residualsByRow) {
    int nodes = 1 << (maxDepth + 1);
    feature = new int[nodes];
    Arrays.fill(feature, Tree.LEAF);
    threshold = new double[nodes];
    values = new double[nodes];
    residuals = residualsByRow;
    for (int column : columns) {
      keep(data.order(column), rows[column], chosen);
    }
    node(1, 0, drawn, 0);
    return new Tree(feature, threshold, values);
  }

  /**
   * One per column: the fraction of the total reduction of the squared error by splits on the
   * column so far; all 0 without a split.
   */
  double[] importances() {
    double sum = 0;
    for (double gain : gains) {
      sum += gain;
    }
    double[] shares = new double[gains.length];
    for (int j = 0; sum > 0 && j < shares.length; j++) {
      shares[j] = gains[j] / sum;
    }
    return shares;
  }

  // Without a branch, because the draw of a row is random and a branch would be mispredicted.
  private static void keep(int[] order, int[] target, int[] chosen) {
    int next = 0;
    for (int row : order) {
      target[next] = row;
      next += chosen[row];
    }
  }

  private void node(int node, int from, int to, int depth) {
    int count = to - from;
    int[] any = rows[columns[0]];
    double sum = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      double residual = residuals[any[i]];
      sum += residual;
      squares += residual * residual;
    }
    double mean = sum / count;
    values[node] = mean;
    if (depth < maxDepth && count > 1 && squares / count - mean * mean > PURE) {
      split(node, from, to, depth, sum);
    }
  }

  private void split(int node, int from, int to, int depth, double sum) {
    int best = Tree.LEAF;
    bestScore = NO_SPLIT;
    for (int column : columns) {
      if (scan(rows[column], data.values(column), from, to, sum)) {
        best = column;
      }
    }
    if (best == Tree.LEAF) {
      return;
    }
    int middle = bestPlace;
    feature[node] = best;
    threshold[node] =
        data.precision()
            .between(
                data.value(best, rows[best][middle - 1]), data.value(best, rows[best][middle]));
    gains[best] += bestScore - sum * sum * inverse[to - from];
    part(best, from, middle, to);
    node(2 * node, from, middle, depth + 1);
    node(2 * node + 1, middle, to, depth + 1);
  }

  /**
   * Whether a split of this column is better than the best so far. The score is {@code sum_L²/n_L +
   * sum_R²/n_R}, which differs from the gain by a constant of the node.
   */
  private boolean scan(int[] order, double[] column, int from, int to, double sum) {
    double best = bestScore;
    double better = data.precision().better(best);
    int place = -1;
    double left = 0;
    int count = to - from;
    for (int i = 1; i < count; i++) {
      int before = order[from + i - 1];
      left += residuals[before];
      double right = sum - left;
      double score = left * left * inverse[i] + right * right * inverse[count - i];
      if (score > better && data.precision().apart(column[before], column[order[from + i]])) {
        best = score;
        better = data.precision().better(best);
        place = from + i;
      }
    }
    if (place < 0) {
      return false;
    }
    bestScore = best;
    bestPlace = place;
    return true;
  }

  private void part(int best, int from, int middle, int to) {
    for (int i = from; i < to; i++) {
      goesLeft[rows[best][i]] = i < middle ? 1 : 0;
    }
    for (int column : columns) {
      if (column != best) {
        part(rows[column], from, to);
      }
    }
  }

  // Without a branch, as in {@code keep}; the rows of both children keep their order.
  private void part(int[] order, int from, int to) {
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int row = order[i];
      int isLeft = goesLeft[row];
      moved[right] = row;
      order[left] = row;
      left += isLeft;
      right += 1 - isLeft;
    }
    System.arraycopy(moved, 0, order, left, right);
  }
}
