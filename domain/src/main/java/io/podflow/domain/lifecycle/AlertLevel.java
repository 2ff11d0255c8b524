package io.podflow.domain.lifecycle;

import io.podflow.domain.journal.Severity;

/** How far something watched has gone. */
public enum AlertLevel {
  NORMAL(Severity.INFO),
  WARNING(Severity.WARNING),
  CRITICAL(Severity.CRITICAL);

  private final Severity severity;

  AlertLevel(Severity severity) {
    this.severity = severity;
  }

  /** Of an event that reports this level; that something is normal again is worth knowing. */
  public Severity severity() {
    return severity;
  }

  /** NORMAL for none of two signs, WARNING for one, CRITICAL for both. */
  static AlertLevel ofSigns(boolean one, boolean other) {
    return one && other ? CRITICAL : one || other ? WARNING : NORMAL;
  }
}
