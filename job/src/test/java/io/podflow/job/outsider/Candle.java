package io.podflow.job.outsider;

/**
 * One bar.
 *
 * @param timeframe as in the configuration
 * @param closeTime epoch milliseconds UTC
 */
record Candle(
    String symbol,
    String timeframe,
    long closeTime,
    double open,
    double high,
    double low,
    double close,
    double volume) {}
