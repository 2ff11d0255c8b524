package io.podflow.savepoints.frozen.domain.execution;

/** Frozen: no behaviour, only what old savepoints hold. */
public record Trade(
    int symbol,
    long decidedAt,
    OrderReason reason,
    double referencePrice,
    double orderQuantity,
    double[] changes,
    double[] crossed,
    double ordered,
    Why why,
    boolean atMark) {}
