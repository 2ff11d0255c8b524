package io.podflow.connectors.wire;

/**
 * A version of the configuration that a job uses.
 *
 * @param version id of the version
 * @param effective first bar close of the version, epoch milliseconds UTC; may be in the future
 * @param yaml the whole configuration, as in a configuration file
 */
public record ConfigMessage(String version, long effective, String yaml) {}
