package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in which targets did not have their full size (decision CA4).
 *
 * @param state {@link #DEFENCE} or {@link #RECOVERY}
 * @param from first close of the phase, epoch milliseconds UTC
 * @param to close at which the phase ended, or the last close of the run; epoch milliseconds UTC
 */
record RiskPhase(String state, long from, long to) {

  static final String DEFENCE = "DEFENCE";
  static final String RECOVERY = "RECOVERY";

  private static final String NORMAL = "NORMAL";
  private static final double DAY = 86_400_000.0;

  /** All phases, oldest first. */
  static List<RiskPhase> of(RunDb db) {
    List<RiskPhase> phases = new ArrayList<>();
    String state = NORMAL;
    long since = 0;
    for (Event change :
        db.events("kind = 'risk' AND pod = '' AND symbol = '' AND to_state <> ''")) {
      add(phases, state, since, change.time());
      state = change.toState();
      since = change.time();
    }
    add(phases, state, since, lastClose(db));
    return List.copyOf(phases);
  }

  private static void add(List<RiskPhase> phases, String state, long from, long to) {
    if (!state.equals(NORMAL)) {
      phases.add(new RiskPhase(state, from, to));
    }
  }

  private static long lastClose(RunDb db) {
    return db
        .query("SELECT time FROM equity ORDER BY time DESC LIMIT 1", row -> row.time(0))
        .stream()
        .findFirst()
        .orElse(0L);
  }

  /** Days in one state, parts of days included. */
  static double days(List<RiskPhase> phases, String state) {
    return phases.stream()
        .filter(phase -> phase.state.equals(state))
        .mapToDouble(phase -> (phase.to - phase.from) / DAY)
        .sum();
  }
}
