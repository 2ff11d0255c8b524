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
 * @param volatilityScale factor of the volatility cap, above 0, at most 1
 * @param volatilityEstimate what the cap goes by, annualised fraction; NaN when it does not act
 * @param target what is traded: netTarget × riskScale × leverageScale × volatilityScale; kept
 *     shares are in it unscaled
 * @param cause why the quantity that is wanted changes; empty when it does not
 */
public record TargetRow(
    long time,
    String symbol,
    double grossPodTarget,
    double netTarget,
    double riskScale,
    double leverageScale,
    double volatilityScale,
    double volatilityEstimate,
    double target,
    String cause) {}
