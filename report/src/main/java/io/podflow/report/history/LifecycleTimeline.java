package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lifecycle states of all pods over time, with the reasons of the changes.
 *
 * @param stays by pod, then time
 * @param transitions oldest first
 * @param watch alerts and monitors of each pod, by id
 */
public record LifecycleTimeline(
    List<Stay> stays, List<Transition> transitions, List<PodWatch> watch) {

  /**
   * A stretch of days in one state.
   *
   * @param from close at which the pod entered the state, epoch milliseconds UTC
   * @param to close at which the pod left the state, or the pod's last close; epoch milliseconds
   *     UTC
   * @param why reason of entering the state; empty for the pod's first state
   */
  public record Stay(String pod, String state, long from, long to, String why) {

    private Stay until(long time) {
      return new Stay(pod, state, from, time, why);
    }
  }

  /**
   * A change of state.
   *
   * @param time bar close, epoch milliseconds UTC
   */
  record Transition(long time, String pod, String from, String to, String why) {

    private static Transition of(Event event) {
      return new Transition(
          event.time(), event.pod(), event.fromState(), event.toState(), event.message());
    }
  }

  public static LifecycleTimeline of(RunDb db) {
    List<Transition> transitions =
        db.events("kind = 'lifecycle' AND to_state <> ''").stream().map(Transition::of).toList();
    return new LifecycleTimeline(stays(db, reasons(transitions)), transitions, PodWatch.of(db));
  }

  private static Map<String, String> reasons(List<Transition> transitions) {
    Map<String, String> reasons = new HashMap<>();
    transitions.forEach(t -> reasons.put(key(t.pod, t.time), t.why));
    return reasons;
  }

  /**
   * Reads the daily rows of {@code pods} and not the transitions, because a pod may have no
   * transition.
   */
  private static List<Stay> stays(RunDb db, Map<String, String> reasons) {
    List<Stay> stays = new ArrayList<>();
    db.forEach(
        "SELECT time, pod, state FROM pods ORDER BY pod, time",
        row -> {
          long time = row.time(0);
          String pod = row.text(1);
          String state = row.text(2);
          boolean goesOn = false;
          if (!stays.isEmpty() && stays.get(stays.size() - 1).pod.equals(pod)) {
            Stay last = stays.remove(stays.size() - 1).until(time);
            stays.add(last);
            goesOn = last.state.equals(state);
          }
          if (!goesOn) {
            String why = reasons.getOrDefault(key(pod, time), "");
            stays.add(new Stay(pod, state, time, time, why));
          }
        });
    return stays;
  }

  private static String key(String pod, long time) {
    return pod + ' ' + time;
  }
}
