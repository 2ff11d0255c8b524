package io.podflow.domain.risk;

/**
 * What was measured at one close. NaN is a measure that could not be taken, and is not evaluated.
 *
 * @param grossLeverage Σ|net target| that would be sent, multiple of equity (decision CA5)
 * @param drawdown of equity, positive fraction
 * @param dailyLoss of equity, positive fraction; 0 on a day of gain
 * @param volatility of equity, annualised fraction
 * @param podShares each pod's share of the portfolio's risk, in the order of the pods
 * @param podCorrelation mean correlation between pods
 * @param assetCorrelation mean correlation between symbols
 * @param nettingOffset part of the targets that pods hold against each other, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record RiskMeasures(
    double grossLeverage,
    double drawdown,
    double dailyLoss,
    double volatility,
    double[] podShares,
    double podCorrelation,
    double assetCorrelation,
    double nettingOffset) {}
