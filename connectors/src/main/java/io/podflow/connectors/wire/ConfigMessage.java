package io.podflow.connectors.wire;

/**
 * A version of the configuration.
 *
 * @param version from 1, each higher than the one before
 * @param effective the first bar close that it holds for, epoch milliseconds UTC; may lie ahead
 * @param yaml the whole configuration, as in a file; whether it is valid is for the reader of
 *     configurations to say
 */
public record ConfigMessage(int version, long effective, String yaml) {}
