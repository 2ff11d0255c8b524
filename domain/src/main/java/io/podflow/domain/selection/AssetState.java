package io.podflow.domain.selection;

/** Where a symbol stands in its pod (requirement B1). */
public enum AssetState {
  /** Trades at multiplier 1. */
  ACTIVE(true),
  /** On its way out: the multiplier goes down a step a bar. */
  UNDERPERFORMING(false),
  /** Out, for a minimum number of bars: multiplier 0. */
  COOLDOWN(false),
  /** On its way back: the multiplier goes up a step a bar. */
  RE_ENTRY(true);

  private final boolean upholdsFloor;

  AssetState(boolean upholdsFloor) {
    this.upholdsFloor = upholdsFloor;
  }

  /**
   * Whether a symbol in this state counts towards {@code min_active_assets} (decision PO2). One on
   * its way out does not, or several could leave together and undercut the floor.
   */
  public boolean upholdsFloor() {
    return upholdsFloor;
  }
}
