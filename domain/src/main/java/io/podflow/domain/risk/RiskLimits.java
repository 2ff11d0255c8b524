package io.podflow.domain.risk;

import io.podflow.domain.journal.Severity;
import io.podflow.domain.settings.BreachSeverity;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures against limits (docs/decisions.md, "Risk and defence"): a warning from 0.8 of the limit
 * on, critical from the limit on, but never more severe than the kind may be. A limit that is null
 * is switched off.
 */
public final class RiskLimits {

  private final OrchestratorSettings settings;
  private final Map<RiskKind, Severity> mostSevere;

  /**
   * Limits as a portfolio has them: a pod's risk share and correlation are critical only if
   * configured so (decisions CA6, EV3), and gross leverage never, because the cap on it acts before
   * anything is sent (ADR 10).
   */
  public RiskLimits(OrchestratorSettings settings) {
    this(
        settings,
        Map.of(
            RiskKind.GROSS_LEVERAGE,
            Severity.WARNING,
            RiskKind.SINGLE_POD_RISK,
            mostSevere(settings.prcBreachSeverity()),
            RiskKind.CORRELATION_STRESS,
            mostSevere(settings.correlationBreachSeverity()),
            RiskKind.ASSET_CORRELATION_STRESS,
            mostSevere(settings.correlationBreachSeverity())));
  }

  private static Severity mostSevere(BreachSeverity configured) {
    return configured == BreachSeverity.CRITICAL ? Severity.CRITICAL : Severity.WARNING;
  }

  /**
   * @param mostSevere the worst that an alert of a kind can be; CRITICAL for a kind that is absent
   */
  RiskLimits(OrchestratorSettings settings, Map<RiskKind, Severity> mostSevere) {
    this.settings = settings;
    this.mostSevere = Map.copyOf(mostSevere);
  }

  /** The alerts that the measures call for, in the order of the kinds, then of the pods. */
  public List<RiskAlert> check(RiskMeasures measures) {
    List<RiskAlert> alerts = new ArrayList<>();
    for (RiskKind kind : RiskKind.values()) {
      Double limit = kind.limit(settings);
      if (limit != null) {
        check(kind, limit, kind.values(measures), alerts);
      }
    }
    return alerts;
  }

  private void check(RiskKind kind, double limit, double[] values, List<RiskAlert> alerts) {
    for (int i = 0; i < values.length; i++) {
      Severity severity = capped(kind, kind.severity(values[i], limit));
      if (severity != Severity.INFO) {
        int pod = kind.isPerPod() ? i : RiskAlert.PORTFOLIO;
        alerts.add(new RiskAlert(kind, severity, values[i], limit, pod));
      }
    }
  }

  private Severity capped(RiskKind kind, Severity severity) {
    Severity most = mostSevere.getOrDefault(kind, Severity.CRITICAL);
    return severity.compareTo(most) > 0 ? most : severity;
  }
}
