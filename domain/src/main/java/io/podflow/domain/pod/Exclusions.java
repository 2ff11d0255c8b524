package io.podflow.domain.pod;

import io.podflow.domain.selection.AssetMachine;
import io.podflow.domain.selection.AssetState;

/** Which symbols the selector has taken out at once, without a ramp (decision TR2). */
final class Exclusions {

  private Exclusions() {}

  /**
   * By symbol: whether a hard exclusion or an absolute limit took it out at this close.
   *
   * @param before the machines before this close's step
   * @param after the machines after it
   */
  static boolean[] atOnce(AssetMachine[] before, AssetMachine[] after) {
    boolean[] atOnce = new boolean[before.length];
    for (int i = 0; i < atOnce.length; i++) {
      boolean entered = after[i].cooldowns() > before[i].cooldowns();
      atOnce[i] = entered && !isEndOfRamp(before[i], after[i]);
    }
    return atOnce;
  }

  /** At the end of the ramp the first bar of the cooldown is not counted, at once it is. */
  private static boolean isEndOfRamp(AssetMachine before, AssetMachine after) {
    return before.state() == AssetState.UNDERPERFORMING
        && before.level() <= 1
        && after.cooldown() == 0;
  }
}
