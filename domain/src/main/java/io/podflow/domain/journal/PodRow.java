package io.podflow.domain.journal;

/**
 * One pod and UTC day: a row of {@code pods}. NaN stands for undefined.
 *
 * @param time the close that ends the day, epoch milliseconds UTC
 * @param state lifecycle state, upper case
 * @param fraction share of equity set by the last rebalance
 * @param capital quote currency
 * @param grossTarget Σ|target| of the pod
 * @param dailyReturn of the pod's own account, fraction
 * @param account the pod's own account, 1.0 at its start
 * @param earned money that the pod has earned in the portfolio since the row before, quote
 *     currency: fills, marks, fees and funding of its sub-ledger (decision FI2)
 * @param funding in the day's return, a fraction; a cost when positive
 * @param sharpe annualised by 365, over all daily returns
 * @param maxDrawdown positive fraction, over all daily returns
 * @param drawdown current, positive fraction
 * @param detectorScore of the change detector; NaN while there is none
 * @param liveDays daily returns so far
 */
public record PodRow(
    long time,
    String pod,
    String state,
    double fraction,
    double capital,
    double grossTarget,
    double dailyReturn,
    double account,
    double earned,
    double funding,
    double sharpe,
    double maxDrawdown,
    double drawdown,
    double detectorScore,
    int liveDays) {}
