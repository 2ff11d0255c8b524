/**
 * What a savepoint holds, in memory: {@link io.podflow.savepoints.state.JobState}, made of an entry
 * for each key of each operator with keyed state, timers included, and of the gates' states.
 *
 * <p>The types inside are the job's own. Nothing here knows how a savepoint is read or written.
 */
@NullMarked
package io.podflow.savepoints.state;

import org.jspecify.annotations.NullMarked;
