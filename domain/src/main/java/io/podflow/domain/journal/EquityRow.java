package io.podflow.domain.journal;

/**
 * The portfolio at one bar close: a row of {@code equity}.
 *
 * @param time bar close, epoch milliseconds UTC
 * @param equity cash + Σ position value, quote currency
 * @param cash quote currency
 * @param reserve capital that no pod has, part of cash
 * @param grossExposure Σ|position value| / equity
 * @param netExposure Σ position value / equity
 * @param drawdown 1 − equity / highest equity so far, at most 1
 * @param fees fee, slippage and impact of this close's fills, quote currency
 * @param funding paid at this close, quote currency; negative when received
 * @param turnover Σ|notional| of this close's fills / equity
 * @param trackingGap Σ|wanted − held and on its way| / equity; NaN between closes
 * @param wantedGross Σ|wanted| / equity; NaN between closes
 * @param debt what is owed when equity is below 0, quote currency; else 0
 */
public record EquityRow(
    long time,
    double equity,
    double cash,
    double reserve,
    double grossExposure,
    double netExposure,
    double drawdown,
    double fees,
    double funding,
    double turnover,
    double trackingGap,
    double wantedGross,
    double debt) {}
