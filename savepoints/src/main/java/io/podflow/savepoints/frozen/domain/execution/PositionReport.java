package io.podflow.savepoints.frozen.domain.execution;

/** Frozen: no behaviour, only what old savepoints hold. */
public record PositionReport(
    String symbol, double quantity, double averagePrice, double realizedPnl) {}
