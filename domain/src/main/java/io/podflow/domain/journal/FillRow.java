package io.podflow.domain.journal;

/**
 * One fill of an order: a row of {@code fills}.
 *
 * @param time close of the bar in whose open it filled, epoch milliseconds UTC (decision FP12)
 * @param side {@code BUY} or {@code SELL}
 * @param quantity positive, base asset
 * @param price fill price, quote currency
 * @param fee exchange fee, quote currency
 * @param slippageCost slippage and impact, quote currency
 */
public record FillRow(
    long time,
    String fillId,
    String orderId,
    String symbol,
    String side,
    double quantity,
    double price,
    double fee,
    double slippageCost) {}
