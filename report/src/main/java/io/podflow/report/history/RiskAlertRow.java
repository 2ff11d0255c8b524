package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.report.history.RiskHistory.AlertCount;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alert of the risk limits with severity warning or critical.
 *
 * @param time bar close, epoch milliseconds UTC
 * @param pod id; empty for an alert about the whole portfolio
 * @param isCritical true for severity critical, false for a warning
 */
record RiskAlertRow(long time, String pod, boolean isCritical, String message) {

  private static final String ALERTS =
      "SELECT time, pod, severity, message FROM events WHERE kind = 'risk' AND symbol = ''"
          + " AND to_state = '' AND severity <> 'info' ORDER BY time, pod, message";

  /** Matches the kind of alert, the part of a message before the first number or colon. */
  private static final Pattern KIND = Pattern.compile("^.*?(?= -?\\d|:|$)");

  /** All alerts, oldest first. */
  static List<RiskAlertRow> of(RunDb db) {
    return db.query(
        ALERTS,
        row ->
            new RiskAlertRow(
                row.time(0), row.text(1), row.text(2).equals("critical"), row.text(3)));
  }

  /** Counts of alerts, by kind and then pod. */
  static List<AlertCount> counts(List<RiskAlertRow> alerts) {
    SortedMap<String, AlertCount> counts = new TreeMap<>();
    for (RiskAlertRow alert : alerts) {
      counts.merge(alert.kind() + '\n' + alert.pod, alert.counted(), RiskAlertRow::sum);
    }
    return List.copyOf(counts.values());
  }

  private String kind() {
    Matcher kind = KIND.matcher(message);
    return kind.find() ? kind.group() : message;
  }

  private AlertCount counted() {
    return new AlertCount(kind(), pod, isCritical ? 0 : 1, isCritical ? 1 : 0, time, time);
  }

  private static AlertCount sum(AlertCount before, AlertCount later) {
    return new AlertCount(
        before.kind(),
        before.pod(),
        before.warnings() + later.warnings(),
        before.criticals() + later.criticals(),
        before.first(),
        later.last());
  }
}
