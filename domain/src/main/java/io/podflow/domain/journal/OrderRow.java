package io.podflow.domain.journal;

/**
 * One order, written once its fate is known: a row of {@code orders}.
 *
 * @param time close at which it was decided, epoch milliseconds UTC
 * @param orderId deterministic: portfolio, symbol, bar close, sequence (decision EX5)
 * @param side {@code BUY} or {@code SELL}
 * @param quantity positive, base asset
 * @param referencePrice price the quantity was computed with
 * @param reason the label of its {@link Cause}
 * @param status {@code FILLED} or {@code EXPIRED}
 * @param forced whether it had to be followed at once and passed the band (decision TR2)
 * @param band the quantity it was measured against; NaN when none
 * @param volumeShare value of the order over the traded value (volume × close) of the bar in whose
 *     open it was filled (decision FI3); NaN where it was not filled in an open, and where that bar
 *     has no volume
 */
public record OrderRow(
    long time,
    String orderId,
    String symbol,
    String side,
    double quantity,
    double referencePrice,
    String reason,
    String status,
    boolean forced,
    double band,
    double volumeShare) {}
