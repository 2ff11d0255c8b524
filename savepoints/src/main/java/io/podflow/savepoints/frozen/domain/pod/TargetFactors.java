package io.podflow.savepoints.frozen.domain.pod;

/** Frozen: no behaviour, only what old savepoints hold. */
public record TargetFactors(
    double signal,
    double exposure,
    double multiplier,
    double capScale,
    boolean stopped,
    boolean halted,
    double freeSignal,
    boolean forced,
    boolean ruined,
    boolean gone) {}
