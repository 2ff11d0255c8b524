package io.podflow.domain.risk;

import io.podflow.domain.journal.Severity;

/**
 * A measure that is near its limit (WARNING) or at it (CRITICAL), or no longer either (INFO).
 *
 * @param value what was measured; NaN when the alert is over
 * @param limit what it was compared with, in the same unit
 * @param pod index of the pod, {@link #PORTFOLIO} when the whole portfolio is meant
 */
public record RiskAlert(RiskKind kind, Severity severity, double value, double limit, int pod) {

  /** {@link #pod} of an alert about the whole portfolio. */
  public static final int PORTFOLIO = -1;

  /** Whether it puts the portfolio into defence. */
  public boolean isCritical() {
    return severity == Severity.CRITICAL;
  }

  /** What an event about this alert says; the pod, if any, is the event's own. */
  public String message() {
    return severity == Severity.INFO
        ? kind.label() + ": alert over"
        : kind.label() + " " + value + " (limit " + limit + ")";
  }

  /** The end of this alert. */
  RiskAlert over() {
    return new RiskAlert(kind, Severity.INFO, Double.NaN, limit, pod);
  }

  boolean isAboutTheSameAs(RiskAlert other) {
    return kind == other.kind && pod == other.pod;
  }
}
