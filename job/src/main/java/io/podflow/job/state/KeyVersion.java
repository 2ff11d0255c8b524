package io.podflow.job.state;

/**
 * A version of the configuration on its way to one key of a keyed operator.
 *
 * @param key the pod or portfolio
 */
public record KeyVersion(int key, ConfigVersion version) {}
