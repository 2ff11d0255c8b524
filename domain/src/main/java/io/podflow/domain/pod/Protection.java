package io.podflow.domain.pod;

import io.podflow.domain.journal.Event;
import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.protection.Stop;
import io.podflow.domain.protection.StopRules;
import io.podflow.domain.settings.PodSettings;
import java.util.Arrays;
import java.util.List;

/**
 * The stops of a pod's positions at one close (decision EX4). A symbol that was stopped out gets
 * target 0 at this close whatever its signal says, so that it cannot re-enter in the same bar; from
 * the next close on its signal counts again.
 */
final class Protection {

  private final PodSettings settings;
  private final StopRules rules;

  Protection(PodSettings settings) {
    this.settings = settings;
    this.rules = new StopRules(settings);
  }

  static HeldPosition[] flat(int symbols) {
    HeldPosition[] held = new HeldPosition[symbols];
    Arrays.setAll(held, i -> new HeldPosition());
    return held;
  }

  /** By position in the pod: whether the bar of this close stopped the symbol out. */
  boolean[] onClose(HeldPosition[] held, Snapshot now, long closeTime, List<Event> events) {
    boolean[] stopped = new boolean[held.length];
    for (int i = 0; i < held.length; i++) {
      if (now.present()[i]) {
        Stop stop =
            rules.onBar(held[i], now.open()[i], now.high()[i], now.low()[i], now.close()[i]);
        if (stop != null) {
          stopped[i] = true;
          events.add(PodEvents.stopped(settings, i, closeTime, held[i], stop));
        }
      }
    }
    return stopped;
  }
}
