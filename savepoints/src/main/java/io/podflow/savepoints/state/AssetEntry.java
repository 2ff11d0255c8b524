package io.podflow.savepoints.state;

import io.podflow.domain.asset.AssetMemory;

/**
 * What lies under one key of the operator of assets.
 *
 * @param key number of the (pod, symbol) pair
 * @param timers event time, epoch milliseconds UTC, ascending
 */
public record AssetEntry(int key, AssetMemory memory, long[] timers) {}
