/**
 * What savepoints depend on: uids, state names, and the types on wires and in state with their
 * logical names ({@link io.podflow.job.state.StateNames}).
 *
 * <p>Change nothing here without a migration path. New fields of state classes must tolerate being
 * absent in older savepoints. Not here: what a step does with its state.
 */
@NullMarked
package io.podflow.job.state;

import org.jspecify.annotations.NullMarked;
