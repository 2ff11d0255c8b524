package io.podflow.domain.journal;

/**
 * One order, written once its fate is known: a row of {@code orders}.
 *
 * @param time close at which it was decided, epoch milliseconds UTC
 * @param orderId deterministic: portfolio, symbol, bar close, sequence (decision EX5)
 * @param side {@code BUY} or {@code SELL}
 * @param quantity positive, base asset
 * @param referencePrice price the quantity was computed with
 * @param reason {@code target}, {@code close}, {@code stale}, {@code orphan} or {@code risk}
 * @param status {@code FILLED} or {@code EXPIRED}
 */
public record OrderRow(
    long time,
    String orderId,
    String symbol,
    String side,
    double quantity,
    double referencePrice,
    String reason,
    String status) {}
