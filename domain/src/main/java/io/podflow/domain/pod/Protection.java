package io.podflow.domain.pod;

import io.podflow.domain.journal.Event;
import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.protection.QuietTime;
import io.podflow.domain.protection.Stop;
import io.podflow.domain.protection.StopRules;
import io.podflow.domain.settings.PodSettings;
import java.util.Arrays;
import java.util.List;

/**
 * Which symbols a stop keeps at 0 at one close: those that the bar of this close stopped out
 * (decision EX4), and those that stay out for some closes after their stop (decision TR6).
 */
final class Protection {

  private final PodSettings settings;
  private final StopRules rules;
  private final QuietTime quietTime;

  Protection(PodSettings settings) {
    this.settings = settings;
    this.rules = new StopRules(settings);
    this.quietTime = new QuietTime(settings.stopCooldownBars());
  }

  static HeldPosition[] flat(int symbols) {
    HeldPosition[] held = new HeldPosition[symbols];
    Arrays.setAll(held, i -> new HeldPosition());
    return held;
  }

  /**
   * By position in the pod: whether a stop, now or before, holds the symbol's signal at 0 at this
   * close. False where the symbol has no bar: its target stands.
   */
  boolean[] heldAtZero(HeldPosition[] held, Snapshot now, long closeTime, List<Event> events) {
    boolean[] atZero = new boolean[held.length];
    for (int i = 0; i < held.length; i++) {
      if (now.present()[i]) {
        int stopped = stopped(held[i], now, i, closeTime, events);
        atZero[i] = quietTime.holds(held[i], stopped, now.signal()[i]);
      }
    }
    return atZero;
  }

  /** Sign of the position that the bar stopped out, 0 for none. */
  private int stopped(HeldPosition held, Snapshot now, int i, long closeTime, List<Event> events) {
    Stop stop = rules.onBar(held, now.open()[i], now.high()[i], now.low()[i], now.close()[i]);
    if (stop == null) {
      return 0;
    }
    events.add(PodEvents.stopped(settings, i, closeTime, held, stop));
    return held.quantity > 0 ? 1 : -1;
  }
}
