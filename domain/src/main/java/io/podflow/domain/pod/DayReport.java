package io.podflow.domain.pod;

/**
 * A pod's own account at the end of a UTC day; it feeds lifecycle and capital allocation.
 *
 * @param dailyReturn product of the day's bar returns − 1, net of costs
 * @param index account value, 1.0 at the pod's start
 * @param sharpe annualised by 365, over all daily returns
 * @param maxDrawdown positive fraction, over all daily returns
 * @param drawdown current, positive fraction
 * @param calmar mean Calmar: annualised mean over maximum drawdown; 0 without one
 * @param liveDays daily returns so far, this one included
 * @param funding in the day's return, a fraction, positive when it took from it; 0 in state from
 *     before it was part of it
 */
public record DayReport(
    double dailyReturn,
    double index,
    double sharpe,
    double maxDrawdown,
    double drawdown,
    double calmar,
    int liveDays,
    double funding) {}
