package io.podflow.savepoints.frozen.domain.journal;

/** Frozen: no behaviour, only what old savepoints hold. */
public record Event(
    long time,
    EventKind kind,
    String pod,
    String symbol,
    String fromState,
    String toState,
    Severity severity,
    String message) {}
