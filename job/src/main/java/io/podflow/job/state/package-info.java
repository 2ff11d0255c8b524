/**
 * What savepoints depend on: uids, state names, and the types on wires and in state.
 *
 * <p>Change nothing here without a migration path. New fields of state classes must tolerate being
 * absent in older savepoints.
 */
@NullMarked
package io.podflow.job.state;

import org.jspecify.annotations.NullMarked;
