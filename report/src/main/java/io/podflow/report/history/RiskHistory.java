package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import java.util.List;

/**
 * Alerts of the risk limits, and phases of defence and recovery.
 *
 * @param marks closes with alerts, oldest first
 * @param phases of defence and recovery, oldest first
 * @param alerts numbers of alerts, by kind and pod
 * @param defenceDays days in which all targets were 0, parts of days included
 * @param recoveryDays days in which targets grew back, parts of days included
 */
public record RiskHistory(
    List<RiskMark> marks,
    List<RiskPhase> phases,
    List<AlertCount> alerts,
    double defenceDays,
    double recoveryDays) {

  /**
   * Alerts of one kind.
   *
   * @param pod id; empty for alerts about the whole portfolio
   * @param first close, epoch milliseconds UTC
   * @param last close, epoch milliseconds UTC
   */
  record AlertCount(
      String kind, String pod, long warnings, long criticals, long first, long last) {}

  public static RiskHistory of(RunDb db) {
    List<RiskPhase> phases = RiskPhase.of(db);
    List<RiskAlertRow> alerts = RiskAlertRow.of(db);
    return new RiskHistory(
        RiskMark.of(alerts),
        phases,
        RiskAlertRow.counts(alerts),
        RiskPhase.days(phases, RiskPhase.DEFENCE),
        RiskPhase.days(phases, RiskPhase.RECOVERY));
  }

  public boolean isEmpty() {
    return alerts.isEmpty() && phases.isEmpty();
  }

  /** Number of phases of defence. */
  public long defences() {
    return phases.stream().filter(phase -> phase.state().equals(RiskPhase.DEFENCE)).count();
  }
}
