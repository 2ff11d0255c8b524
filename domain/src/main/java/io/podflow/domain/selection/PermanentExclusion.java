package io.podflow.domain.selection;

import io.podflow.domain.settings.SelectorSettings;
import org.jspecify.annotations.Nullable;

/**
 * Who is out for good (docs/decisions.md, "The asset selector"): a symbol that entered COOLDOWN
 * {@code max_cooldown_cycles} times stays in the last one. Off unless configured.
 *
 * <p>The count alone remembers it. It must not freeze a symbol that trades, so where the limit is
 * lowered below a symbol's count, that symbol is out from its next COOLDOWN on.
 */
final class PermanentExclusion {

  private final @Nullable Integer maxCooldowns;

  PermanentExclusion(SelectorSettings settings) {
    this.maxCooldowns = settings.maxCooldownCycles();
  }

  /** Whether no bar moves this machine any more. */
  boolean holds(SelectorState machine) {
    return maxCooldowns != null
        && machine.state() == AssetState.COOLDOWN
        && machine.cooldowns() >= maxCooldowns;
  }
}
