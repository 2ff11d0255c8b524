package io.podflow.savepoints.state;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.pod.PodState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies under one key of the operator of pods.
 *
 * @param key number of the pod
 * @param memory null until the pod has handled a close
 * @param waiting inputs whose close has not come
 * @param clock the last close handled, epoch milliseconds UTC; null before the first
 * @param timers event time, epoch milliseconds UTC, ascending
 */
public record PodEntry(
    int key,
    @Nullable PodState memory,
    List<AssetUpdate> waiting,
    @Nullable Long clock,
    long[] timers) {}
