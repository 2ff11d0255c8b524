package io.podflow.savepoints.frozen.job.state;

/** Frozen: no behaviour, only what old savepoints hold. */
public record ConfigVersion(
    String id,
    long effective,
    int history,
    String yaml,
    String[] pods,
    String[] onRemoval,
    String[] symbols,
    String[] finest) {}
