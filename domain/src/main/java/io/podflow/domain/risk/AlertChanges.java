package io.podflow.domain.risk;

import io.podflow.domain.journal.Severity;
import java.util.ArrayList;
import java.util.List;

/** Which of a close's alerts are news: those of another severity than at the close before. */
public final class AlertChanges {

  private AlertChanges() {}

  /**
   * The news of a close, which then stand until the next: new and changed alerts as they are, then
   * as INFO those that are over.
   */
  public static List<RiskAlert> of(RiskState state, List<RiskAlert> alerts) {
    List<RiskAlert> news = new ArrayList<>();
    List<RiskAlert> before = List.of(state.standing);
    for (RiskAlert alert : alerts) {
      if (alert.severity() != severityIn(before, alert)) {
        news.add(alert);
      }
    }
    for (RiskAlert alert : before) {
      if (severityIn(alerts, alert) == Severity.INFO) {
        news.add(alert.over());
      }
    }
    state.standing = alerts.toArray(RiskAlert[]::new);
    return news;
  }

  private static Severity severityIn(List<RiskAlert> alerts, RiskAlert wanted) {
    for (RiskAlert alert : alerts) {
      if (alert.isAboutTheSameAs(wanted)) {
        return alert.severity();
      }
    }
    return Severity.INFO;
  }
}
