package io.podflow.savepoints.frozen.domain.pod;

/** Frozen: no behaviour, only what old savepoints hold. */
public record Factors(
    double signal,
    double exposure,
    double multiplier,
    double capScale,
    double fraction,
    double leverageScale,
    double riskScale,
    double volatilityScale,
    double unit) {}
