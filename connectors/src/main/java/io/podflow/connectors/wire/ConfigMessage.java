package io.podflow.connectors.wire;

/**
 * A version of the configuration that a job uses.
 *
 * @param version id of the version
 * @param effective first bar close of the version, epoch milliseconds UTC; may be in the future
 * @param yaml the whole configuration, as in a configuration file
 * @param begin of the job's trading: the first close after it is the first that the job decides on,
 *     epoch milliseconds UTC; {@link #NOT_TOLD} in messages of jobs that do not say it
 */
public record ConfigMessage(String version, long effective, String yaml, long begin) {

  /** No time of the wire is as early. */
  public static final long NOT_TOLD = 0;
}
