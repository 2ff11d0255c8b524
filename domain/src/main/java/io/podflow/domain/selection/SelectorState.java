package io.podflow.domain.selection;

/**
 * What the selector remembers of one symbol between closes.
 *
 * @param state where the symbol stands
 * @param level place on the ramp, 0 to {@code ramp_steps}; one number for both directions, so that
 *     a turn in mid-ramp cannot jump (requirement B9)
 * @param confirmation bars in a row that spoke for the next transition
 * @param cooldown bars counted in the latest COOLDOWN
 * @param cooldowns how often COOLDOWN was entered; 0 in state from before it was counted
 * @param refused whether the floor kept the symbol from leaving at its last bar, so that a run of
 *     refusals is told once; false in state from before it was kept
 */
public record SelectorState(
    AssetState state, int level, int confirmation, int cooldown, int cooldowns, boolean refused) {

  /** A machine that the floor did not keep from leaving. */
  public SelectorState(AssetState state, int level, int confirmation, int cooldown, int cooldowns) {
    this(state, level, confirmation, cooldown, cooldowns, false);
  }

  /** A machine that never was in COOLDOWN, or of which nobody counted. */
  public SelectorState(AssetState state, int level, int confirmation, int cooldown) {
    this(state, level, confirmation, cooldown, 0);
  }

  /** A symbol that trades in full and has no history. */
  public static SelectorState initial(int rampSteps) {
    return new SelectorState(AssetState.ACTIVE, rampSteps, 0, 0);
  }

  /** The share of its target that the symbol may have, 0 to 1. */
  public double multiplier(int rampSteps) {
    return (double) level / rampSteps;
  }

  /** The same state at another level of the ramp. */
  public SelectorState moves(int nextLevel) {
    return new SelectorState(state, nextLevel, confirmation, cooldown, cooldowns, refused);
  }

  SelectorState enters(AssetState next, int nextLevel) {
    return new SelectorState(next, nextLevel, 0, cooldown, cooldowns, refused);
  }

  /** COOLDOWN from its first bar on, at level 0. */
  SelectorState coolsDown() {
    return new SelectorState(AssetState.COOLDOWN, 0, 0, 0, cooldowns + 1, refused);
  }

  SelectorState confirms(int run) {
    return run == confirmation
        ? this
        : new SelectorState(state, level, run, cooldown, cooldowns, refused);
  }

  SelectorState waits(int bars) {
    return new SelectorState(state, level, confirmation, bars, cooldowns, refused);
  }

  SelectorState refused(boolean byFloor) {
    return byFloor == refused
        ? this
        : new SelectorState(state, level, confirmation, cooldown, cooldowns, byFloor);
  }
}
