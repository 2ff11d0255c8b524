package io.podflow.job.state;

import io.podflow.domain.market.Bar;

/**
 * A bar on its way to one symbol of one pod.
 *
 * @param asset key of the (pod, symbol) pair: a small integer, because an enum or text in a key
 *     would cost or differ between processes
 * @param pod index of the pod in the roster
 * @param position place of the symbol in the pod's own list
 */
public record PodBar(int asset, int pod, int position, Bar bar) {}
