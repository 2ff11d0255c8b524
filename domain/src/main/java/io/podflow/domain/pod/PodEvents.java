package io.podflow.domain.pod;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.protection.Stop;
import io.podflow.domain.selection.AssetSelector;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.PodSettings;
import java.util.List;

/** What a pod has to say about its symbols. */
final class PodEvents {

  private PodEvents() {}

  static Event stale(PodSettings settings, int position, long closeTime, int missed) {
    return Event.data(
        closeTime,
        settings.podId(),
        settings.symbols().get(position),
        Severity.WARNING,
        "stale: no " + settings.timeframe() + " bar for " + missed + " closes, target 0");
  }

  static Event stopped(
      PodSettings settings, int position, long closeTime, HeldPosition held, Stop stop) {
    return new Event(
        closeTime,
        EventKind.RISK,
        settings.podId(),
        settings.symbols().get(position),
        held.quantity > 0 ? "LONG" : "SHORT",
        "FLAT",
        Severity.WARNING,
        stop.kind().label()
            + ": "
            + stop.touched()
            + " is beyond "
            + stop.level()
            + ", entry "
            + held.averagePrice);
  }

  static Event ruined(PodSettings settings, long closeTime, double periodReturn) {
    return new Event(
        closeTime,
        EventKind.RUIN,
        settings.podId(),
        "",
        "",
        "",
        Severity.CRITICAL,
        "ruined: the pod's own account is used up by a return of "
            + periodReturn
            + "; all its targets are 0 from now on");
  }

  /** Says of whom there is nothing more to expect. */
  static void exclusions(
      PodSettings settings,
      AssetSelector selector,
      SelectorState[] before,
      SelectorState[] after,
      long closeTime,
      List<Event> events) {
    for (int i = 0; i < before.length; i++) {
      int cooldowns = after[i].cooldowns();
      if (selector.isOutForGood(after[i]) && !selector.isOutForGood(before[i])) {
        events.add(
            new Event(
                closeTime,
                EventKind.SELECTOR,
                settings.podId(),
                settings.symbols().get(i),
                "",
                "",
                Severity.WARNING,
                "excluded for good after "
                    + cooldowns
                    + (cooldowns == 1 ? " cooldown" : " cooldowns")));
      }
    }
  }
}
