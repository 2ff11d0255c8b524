package io.podflow.report.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A close with alerts, for a mark on the equity curve.
 *
 * @param time bar close, epoch milliseconds UTC
 * @param isCritical whether at least one alert was critical
 * @param messages of all alerts at the close
 */
record RiskMark(long time, boolean isCritical, List<String> messages) {

  /** Most marks on the curve; more marks would cover the curve. */
  private static final int LIMIT = 500;

  /**
   * The marks of alerts in order of time. With too many marks, closes with only warnings are left
   * out first, then the oldest marks.
   */
  static List<RiskMark> of(List<RiskAlertRow> alerts) {
    List<RiskMark> marks = new ArrayList<>();
    for (RiskAlertRow alert : alerts) {
      boolean same = !marks.isEmpty() && marks.get(marks.size() - 1).time == alert.time();
      RiskMark mark =
          same ? marks.remove(marks.size() - 1) : new RiskMark(alert.time(), false, List.of());
      marks.add(mark.with(alert));
    }
    if (marks.size() > LIMIT) {
      marks.removeIf(mark -> !mark.isCritical);
    }
    return List.copyOf(marks.subList(Math.max(0, marks.size() - LIMIT), marks.size()));
  }

  private RiskMark with(RiskAlertRow alert) {
    List<String> all = new ArrayList<>(messages);
    all.add(alert.pod().isEmpty() ? alert.message() : alert.pod() + ": " + alert.message());
    return new RiskMark(time, isCritical || alert.isCritical(), List.copyOf(all));
  }
}
