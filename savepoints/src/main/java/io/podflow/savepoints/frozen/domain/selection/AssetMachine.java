package io.podflow.savepoints.frozen.domain.selection;

/** Frozen: no behaviour, only what old savepoints hold. */
public record AssetMachine(
    AssetState state, int level, int confirmation, int cooldown, int cooldowns, boolean refused) {}
