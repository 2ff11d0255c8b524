package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.MonitorRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Alerts and monitors of one pod.
 *
 * @param warnings number of alerts with severity warning
 * @param criticals number of alerts with severity critical
 * @param monitors last row of the pod's monitors; null without such a row
 */
record PodWatch(String pod, long warnings, long criticals, @Nullable MonitorRow monitors) {

  private static final String ALERTS =
      "SELECT pod, sum(severity = 'warning'), sum(severity = 'critical') FROM events"
          + " WHERE kind = 'lifecycle' AND to_state = '' GROUP BY pod";

  /** One entry for every pod with an alert or monitors, by id. */
  static List<PodWatch> of(RunDb db) {
    Map<String, PodWatch> pods = new TreeMap<>();
    for (MonitorRow row : db.lastMonitors()) {
      pods.put(row.pod(), new PodWatch(row.pod(), 0, 0, row));
    }
    db.forEach(
        ALERTS,
        row -> {
          String pod = row.text(0);
          PodWatch known = pods.get(pod);
          MonitorRow monitors = known == null ? null : known.monitors;
          pods.put(pod, new PodWatch(pod, row.large(1), row.large(2), monitors));
        });
    return List.copyOf(pods.values());
  }
}
