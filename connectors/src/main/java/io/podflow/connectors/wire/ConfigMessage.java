package io.podflow.connectors.wire;

/**
 * A version of the configuration as a job goes by it.
 *
 * @param version its id
 * @param effective the first bar close that it holds for, epoch milliseconds UTC; may lie ahead
 * @param yaml the whole configuration, as in a file
 */
public record ConfigMessage(String version, long effective, String yaml) {}
