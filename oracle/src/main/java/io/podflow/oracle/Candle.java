package io.podflow.oracle;

/**
 * One bar.
 *
 * @param timeframe as in the configuration
 * @param closeTime epoch milliseconds UTC
 */
public record Candle(
    String symbol,
    String timeframe,
    long closeTime,
    double open,
    double high,
    double low,
    double close,
    double volume) {}
