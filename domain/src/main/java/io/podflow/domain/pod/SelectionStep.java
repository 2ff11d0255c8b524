package io.podflow.domain.pod;

import io.podflow.domain.journal.Event;
import io.podflow.domain.selection.AssetSelector;
import io.podflow.domain.selection.CompositeScore;
import io.podflow.domain.selection.MovedBy;
import io.podflow.domain.selection.Ranking;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.SelectorSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who trades: scores, the selector's rules where the pod has a selector, and their events. */
final class SelectionStep {

  private final PodSettings settings;
  private final CompositeScore score;
  private final @Nullable AssetSelector selector;
  private final SelectorEvents selectorEvents;

  SelectionStep(PodSettings settings) {
    SelectorSettings active = settings.activeSelector();
    this.settings = settings;
    this.score = new CompositeScore(settings.scoring());
    this.selector = active == null ? null : new AssetSelector(active);
    this.selectorEvents = new SelectorEvents(settings);
  }

  /**
   * Ranks the symbols and moves their machines.
   *
   * @param change what another version of the configuration has moved before this close
   */
  Selection select(
      PodState state,
      Snapshot now,
      PodLayoutMigration.Change change,
      long closeTime,
      List<Event> events) {
    Ranking ranking =
        score.rank(
            now.judged(),
            now.returnCount(),
            now.sharpe(),
            now.cumulativeReturn(),
            now.maxDrawdown());
    MovedBy[] moved = byVersion(state, change, closeTime, events);
    if (selector != null) {
      SelectorState[] before = state.machines.clone();
      MovedBy[] rules =
          selector.step(
              state.machines,
              now.judged(),
              now.returnCount(),
              ranking.scores(),
              now.sharpe(),
              now.maxDrawdown());
      for (int i = 0; i < moved.length; i++) {
        moved[i] = rules[i] == MovedBy.NOTHING ? moved[i] : rules[i];
      }
      selectorEvents.write(before, state.machines, rules, ranking.scores(), now, closeTime, events);
      PodEvents.exclusions(settings, selector, before, state.machines, closeTime, events);
    }
    return new Selection(ranking, moved);
  }

  private MovedBy[] byVersion(
      PodState state, PodLayoutMigration.Change change, long closeTime, List<Event> events) {
    MovedBy[] moved = new MovedBy[state.machines.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = change.moved()[i] ? MovedBy.VERSION : MovedBy.NOTHING;
      if (change.before()[i].state() != state.machines[i].state()) {
        events.add(selectorEvents.version(i, change.before()[i], state.machines[i], closeTime));
      }
    }
    return moved;
  }
}
