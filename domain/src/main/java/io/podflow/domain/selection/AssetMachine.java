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
public record AssetMachine(
    AssetState state, int level, int confirmation, int cooldown, int cooldowns, boolean refused) {

  /** A machine that the floor did not keep from leaving. */
  public AssetMachine(AssetState state, int level, int confirmation, int cooldown, int cooldowns) {
    this(state, level, confirmation, cooldown, cooldowns, false);
  }

  /** A machine that never was in COOLDOWN, or of which nobody counted. */
  public AssetMachine(AssetState state, int level, int confirmation, int cooldown) {
    this(state, level, confirmation, cooldown, 0);
  }

  /** A symbol that trades in full and has no history. */
  public static AssetMachine initial(int rampSteps) {
    return new AssetMachine(AssetState.ACTIVE, rampSteps, 0, 0);
  }

  /** The share of its target that the symbol may have, 0 to 1. */
  public double multiplier(int rampSteps) {
    return (double) level / rampSteps;
  }

  /** The same state at another level of the ramp. */
  public AssetMachine moves(int nextLevel) {
    return new AssetMachine(state, nextLevel, confirmation, cooldown, cooldowns, refused);
  }

  AssetMachine enters(AssetState next, int nextLevel) {
    return new AssetMachine(next, nextLevel, 0, cooldown, cooldowns, refused);
  }

  /** COOLDOWN from its first bar on, at level 0. */
  AssetMachine coolsDown() {
    return new AssetMachine(AssetState.COOLDOWN, 0, 0, 0, cooldowns + 1, refused);
  }

  AssetMachine confirms(int run) {
    return run == confirmation
        ? this
        : new AssetMachine(state, level, run, cooldown, cooldowns, refused);
  }

  AssetMachine waits(int bars) {
    return new AssetMachine(state, level, confirmation, bars, cooldowns, refused);
  }

  AssetMachine refused(boolean byFloor) {
    return byFloor == refused
        ? this
        : new AssetMachine(state, level, confirmation, cooldown, cooldowns, byFloor);
  }
}
