package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import java.util.List;

/**
 * What the risk limits have found and done.
 *
 * @param marks closes with alerts, oldest first
 * @param phases of defence and recovery, oldest first
 * @param alerts how often, by kind and pod
 * @param defenceDays in which all targets were 0
 * @param recoveryDays in which targets grew back
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
   * @param pod empty when the whole portfolio is meant
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

  /** How many times the portfolio went into defence. */
  public long defences() {
    return phases.stream().filter(phase -> phase.state().equals(RiskPhase.DEFENCE)).count();
  }
}
