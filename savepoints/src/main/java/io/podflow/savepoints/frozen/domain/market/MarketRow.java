package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public record MarketRow(
    int symbol,
    Timeframe timeframe,
    long openTime,
    double open,
    double high,
    double low,
    double close,
    double volume) {}
