package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public record Bar(
    int symbol,
    Timeframe timeframe,
    long closeTime,
    double open,
    double high,
    double low,
    double close,
    double volume) {}
