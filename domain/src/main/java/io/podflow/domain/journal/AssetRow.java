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
 * @param sharpeRank percentile rank of the Sharpe ratio within the pod, 0 to 1; NaN when not ranked
 * @param returnRank percentile rank of the return
 * @param drawdownRank percentile rank of the drawdown, 1 for the deepest
 * @param score composite score in [0, 1]
 * @param state machine state, upper case
 * @param rule what moved the machine at this close; empty when nothing did
 * @param multiplier 0 to 1
 * @param confirmation confirming bars counted
 * @param cooldown bars counted in COOLDOWN
 * @param allocationWeight 0 when not allocated, NaN when the pod has no allocator
 * @param capScale factor of the pod's leverage cap, 0 to 1
 * @param quietBars closes with a bar since a stop while it keeps the symbol out, else 0
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
    double sharpeRank,
    double returnRank,
    double drawdownRank,
    double score,
    String state,
    String rule,
    double multiplier,
    int confirmation,
    int cooldown,
    double allocationWeight,
    double capScale,
    int quietBars,
    double target,
    String cause) {}
