package io.podflow.savepoints.botstate;

import io.podflow.savepoints.state.JobState;

/**
 * What a database has become.
 *
 * @param time of the last close that had been decided, epoch milliseconds UTC
 * @param mapping what has become of every field
 */
public record Imported(JobState state, long time, Mapping mapping) {}
