package io.podflow.savepoints.frozen.domain.risk;

import io.podflow.savepoints.frozen.domain.journal.Severity;

/** Frozen: no behaviour, only what old savepoints hold. */
public record RiskAlert(RiskKind kind, Severity severity, double value, double limit, int pod) {}
