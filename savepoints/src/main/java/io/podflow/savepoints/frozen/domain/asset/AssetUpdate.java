package io.podflow.savepoints.frozen.domain.asset;

/** Frozen: no behaviour, only what old savepoints hold. */
public record AssetUpdate(
    int pod,
    int position,
    long closeTime,
    double open,
    double high,
    double low,
    double close,
    double periodReturn,
    double signal,
    String signalReason,
    int returnCount,
    double sharpe,
    double cumulativeReturn,
    double maxDrawdown,
    double adx,
    boolean constant,
    int stillBars,
    boolean volumeMissed) {}
