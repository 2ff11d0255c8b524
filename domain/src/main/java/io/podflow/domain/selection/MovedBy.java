package io.podflow.domain.selection;

import java.util.Locale;

/** What moved a symbol's machine at one close, or kept it from moving (decision EV1). */
public enum MovedBy {
  /** Nothing: the machine has the state and the level it had. */
  NOTHING,
  /** Sharpe ratio and drawdown are both beyond the limits of the hard exclusion. */
  HARD,
  /** The Sharpe ratio is below the one that no symbol may have. */
  ABSOLUTE_SHARPE,
  /** The drawdown is above the one that no symbol may have. */
  ABSOLUTE_DRAWDOWN,
  /** The score was low for long enough: the way out begins. */
  SCORE,
  /** One step further on a ramp that had begun, or its end. */
  RAMP,
  /** The score was high for long enough: the way back begins. */
  RECOVERED,
  /** The symbol should have left, and too few others would have remained. */
  FLOOR_REFUSED,
  /** Another version of the configuration, which has other ramps or no selector. */
  VERSION;

  /** The word in the decision log; empty where nothing moved. */
  public String label() {
    return this == NOTHING ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** The soft rule that leads from one machine to the next of the same symbol. */
  static MovedBy softRule(SelectorState before, SelectorState after) {
    if (before.state() != after.state()) {
      return switch (after.state()) {
        case UNDERPERFORMING -> SCORE;
        case RE_ENTRY -> RECOVERED;
        case ACTIVE, COOLDOWN -> RAMP;
      };
    }
    return before.level() == after.level() ? NOTHING : RAMP;
  }
}
