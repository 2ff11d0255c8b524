package io.podflow.domain.pod;

import io.podflow.domain.selection.MovedBy;
import io.podflow.domain.settings.DecisionRows;

/**
 * Which rows of {@code assets} of a close are written (decision LV8). Under {@code changes} a row
 * is left out when it follows a row of the close before with the same target and nothing has moved
 * the symbol's machine: target, state and multiplier then are those of the last row that was
 * written. All of it is read from the pod's state, so a restart changes no row.
 */
final class AssetNews {

  private final DecisionRows written;
  private final boolean[] continues;
  private final double[] before;

  private AssetNews(DecisionRows written, boolean[] continues, double[] before) {
    this.written = written;
    this.continues = continues;
    this.before = before;
  }

  /** What the pod stood at before a close; {@code state} may change afterwards. */
  static AssetNews before(PodState state, DecisionRows written) {
    boolean[] continues = new boolean[state.missed.length];
    for (int i = 0; i < continues.length; i++) {
      boolean decided = i < state.factors.length && state.factors[i] != null;
      continues[i] = decided && state.missed[i] == 0;
    }
    return new AssetNews(written, continues, state.targets.clone());
  }

  /**
   * By symbol: whether its row of this close is written, should it have one.
   *
   * @param targets as the close leaves them
   * @param moved the rule that moved each machine
   */
  boolean[] at(double[] targets, MovedBy[] moved) {
    boolean[] news = new boolean[targets.length];
    for (int i = 0; i < news.length; i++) {
      news[i] =
          switch (written) {
            case ALL -> true;
            case CHANGES -> !continues[i] || targets[i] != before[i] || moved[i] != MovedBy.NOTHING;
            case TARGETS -> false;
          };
    }
    return news;
  }
}
