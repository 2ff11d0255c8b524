package io.podflow.domain.protection;

import org.jspecify.annotations.Nullable;

/**
 * How long a symbol stays out after a stop (decision TR6). The stop's close is 0, and so are the
 * next {@code stop_cooldown_bars} closes of the pod with a bar of the symbol; the signal counts
 * again at the one after them. Before that the quiet time ends at the first close at which the
 * strategy no longer wants what was stopped: its signal is 0, absent, or of the other sign, and
 * acts at that same close.
 */
public final class QuietTime {

  private final int closes;

  /**
   * @param closes {@code stop_cooldown_bars}; 0 when a symbol may return at the next close
   */
  public QuietTime(int closes) {
    this.closes = closes;
  }

  /**
   * Counts a close at which the symbol has a bar.
   *
   * @param stopped sign of the position that the bar stopped out, 0 for none
   * @param signal of the strategy; null or 0 when it wants nothing
   * @return whether the symbol's signal is held at 0
   */
  public boolean holds(HeldPosition held, int stopped, @Nullable Double signal) {
    if (stopped != 0) {
      held.stoppedSign = stopped;
      held.quietBars = 0;
      return true;
    }
    if (held.stoppedSign == 0) {
      return false;
    }
    boolean wantsTheSame = signal != null && signal * held.stoppedSign > 0;
    if (!wantsTheSame || held.quietBars >= closes) {
      held.endQuietTime();
      return false;
    }
    held.quietBars++;
    return true;
  }
}
