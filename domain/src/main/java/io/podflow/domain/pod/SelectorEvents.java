package io.podflow.domain.pod;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.selection.MovedBy;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.SelectorSettings;
import java.util.List;

/**
 * What the selector did to a pod's symbols at one close, in words: the rule that moved a machine,
 * and the figures that the rule looked at (decision EV1).
 */
final class SelectorEvents {

  private final PodSettings settings;
  private final SelectorSettings selector;

  SelectorEvents(PodSettings settings) {
    this.settings = settings;
    this.selector = settings.scoring();
  }

  /**
   * An event for every machine whose state changed, and for the first of a run of closes at which
   * the floor kept a symbol from leaving.
   *
   * @param before the machines as they stood before the selector's step
   */
  void write(
      SelectorState[] before,
      SelectorState[] after,
      MovedBy[] moved,
      double[] scores,
      Snapshot now,
      long closeTime,
      List<Event> events) {
    for (int i = 0; i < before.length; i++) {
      boolean refusedFirst = after[i].refused() && !before[i].refused();
      if (before[i].state() != after[i].state()) {
        String why =
            moved[i].label() + ": " + figures(moved[i], before[i], after[i], scores, now, i);
        events.add(event(i, closeTime, before[i].state().name(), after[i].state().name(), why));
      } else if (refusedFirst) {
        String why =
            MovedBy.FLOOR_REFUSED.label()
                + ": fewer than min_active_assets "
                + selector.minActiveAssets()
                + " others would stay; "
                + all(scores, now, i);
        events.add(event(i, closeTime, "", "", why));
      }
    }
  }

  /** A machine that another version of the configuration brought to another state. */
  Event version(int i, SelectorState before, SelectorState after, long closeTime) {
    String why = MovedBy.VERSION.label() + ": the pod has no selector any more";
    return event(i, closeTime, before.state().name(), after.state().name(), why);
  }

  private Event event(int i, long closeTime, String from, String to, String why) {
    return Event.transition(
        closeTime, EventKind.SELECTOR, settings.podId(), settings.symbols().get(i), from, to, why);
  }

  private String figures(
      MovedBy rule,
      SelectorState before,
      SelectorState after,
      double[] scores,
      Snapshot now,
      int i) {
    return switch (rule) {
      case HARD ->
          "sharpe "
              + now.sharpe()[i]
              + " is below "
              + selector.hardExcludeSharpe()
              + " and max_drawdown "
              + now.maxDrawdown()[i]
              + " above "
              + selector.hardExcludeDrawdown();
      case ABSOLUTE_SHARPE ->
          "sharpe " + now.sharpe()[i] + " is below " + selector.absoluteMinSharpe();
      case ABSOLUTE_DRAWDOWN ->
          "max_drawdown " + now.maxDrawdown()[i] + " is above " + selector.absoluteMaxDrawdown();
      case SCORE ->
          "score "
              + scores[i]
              + " is below "
              + selector.excludeScoreThreshold()
              + inARow(before.confirmation() + 1);
      case RECOVERED ->
          "score "
              + scores[i]
              + " is above "
              + selector.includeScoreThreshold()
              + inARow(before.confirmation() + 1);
      case RAMP -> "level " + after.level() + " of " + selector.rampSteps();
      case NOTHING, FLOOR_REFUSED, VERSION -> all(scores, now, i);
    };
  }

  private static String inARow(int closes) {
    return ", " + closes + (closes == 1 ? " close" : " closes") + " in a row";
  }

  private static String all(double[] scores, Snapshot now, int i) {
    return "score "
        + scores[i]
        + ", sharpe "
        + now.sharpe()[i]
        + ", max_drawdown "
        + now.maxDrawdown()[i];
  }
}
