package io.podflow.domain.journal;

/**
 * One symbol at a close where anything is decided for it: a row of {@code targets}. All targets are
 * signed shares of portfolio equity.
 *
 * @param time bar close, epoch milliseconds UTC
 * @param grossPodTarget Σ over pods of |target × share|
 * @param netTarget Σ over pods of target × share
 * @param riskScale factor of the risk layer, 0 to 1
 * @param leverageScale factor of the gross leverage limit, 0 to 1
 * @param target what is traded: netTarget × riskScale × leverageScale
 * @param cause why the quantity that is wanted changes; empty when it does not
 */
public record TargetRow(
    long time,
    String symbol,
    double grossPodTarget,
    double netTarget,
    double riskScale,
    double leverageScale,
    double target,
    String cause) {}
