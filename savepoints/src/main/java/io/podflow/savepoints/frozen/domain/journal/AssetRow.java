package io.podflow.savepoints.frozen.domain.journal;

/** Frozen: no behaviour, only what old savepoints hold. */
public record AssetRow(
    long time,
    String pod,
    String symbol,
    double close,
    double periodReturn,
    double signal,
    String signalReason,
    double sharpe,
    double cumulativeReturn,
    double maxDrawdown,
    double sharpeRank,
    double returnRank,
    double drawdownRank,
    double score,
    String state,
    String rule,
    double multiplier,
    int confirmation,
    int cooldown,
    double allocationWeight,
    double capScale,
    int quietBars,
    double target,
    String cause) {}
