package io.podflow.domain.journal;

/**
 * One symbol at a bar close while not flat: a row of {@code positions}.
 *
 * @param time bar close, epoch milliseconds UTC
 * @param quantity signed, base asset
 * @param averagePrice entry price (decision FP11)
 * @param price last close
 * @param value quantity × price
 * @param unrealizedPnl quantity × (price − averagePrice)
 */
public record PositionRow(
    long time,
    String symbol,
    double quantity,
    double averagePrice,
    double price,
    double value,
    double unrealizedPnl) {}
