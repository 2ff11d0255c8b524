/**
 * Changes to the state of a job: what goes, what stays, and in words what that means.
 *
 * <p>Each change is a {@link io.podflow.savepoints.edit.StateEdit}, made from the state it is for.
 * The ledger is never touched: what a pod holds is seen to by the job that goes on, exactly as when
 * its configuration had changed (requirement E1).
 */
@NullMarked
package io.podflow.savepoints.edit;

import org.jspecify.annotations.NullMarked;
