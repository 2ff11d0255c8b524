package io.podflow.domain.journal;

/**
 * One pod, symbol and pod bar close: a row of {@code assets}. NaN stands for undefined.
 *
 * @param time bar close, epoch milliseconds UTC
 * @param close price at the close
 * @param periodReturn close / previous close − 1; NaN at the symbol's first bar
 * @param signal the strategy's signed strength
 * @param signalReason why the signal is flat without a decision; empty otherwise
 * @param sharpe annualised, over {@code sharpe_lookback} returns
 * @param cumulativeReturn over {@code return_lookback} returns, fraction
 * @param maxDrawdown over {@code sharpe_lookback} returns, positive fraction
 * @param score composite score in [0, 1]
 * @param state machine state, upper case
 * @param multiplier 0 to 1
 * @param confirmation confirming bars counted
 * @param cooldown bars counted in COOLDOWN
 * @param allocationWeight 0 when not allocated, NaN when the pod has no allocator
 * @param capScale factor of the pod's leverage cap, 0 to 1
 * @param target share of the pod's capital, signed, after the pod's leverage cap
 * @param cause why the target moved since the symbol's bar before; empty when it did not
 */
public record AssetRow(
    long time,
    String pod,
    String symbol,
    double close,
    double periodReturn,
    double signal,
    String signalReason,
    double sharpe,
    double cumulativeReturn,
    double maxDrawdown,
    double score,
    String state,
    double multiplier,
    int confirmation,
    int cooldown,
    double allocationWeight,
    double capScale,
    double target,
    String cause) {}
