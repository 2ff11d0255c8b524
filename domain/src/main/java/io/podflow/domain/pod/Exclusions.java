package io.podflow.domain.pod;

import io.podflow.domain.selection.MovedBy;

/** Which symbols the selector has taken out at once, without a ramp (decision TR2). */
final class Exclusions {

  private Exclusions() {}

  /**
   * By symbol: whether a hard exclusion or an absolute limit took it out at this close.
   *
   * @param moved the rule that moved each machine at this close
   */
  static boolean[] atOnce(MovedBy[] moved) {
    boolean[] atOnce = new boolean[moved.length];
    for (int i = 0; i < atOnce.length; i++) {
      atOnce[i] =
          switch (moved[i]) {
            case HARD, ABSOLUTE_SHARPE, ABSOLUTE_DRAWDOWN -> true;
            case NOTHING, SCORE, RAMP, RECOVERED, FLOOR_REFUSED, VERSION -> false;
          };
    }
    return atOnce;
  }
}
