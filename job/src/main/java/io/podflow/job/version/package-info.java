/**
 * Versions of the configuration in a job that runs: which are accepted, from which close on each
 * holds, and what holds at a close.
 *
 * <p>Not here: what must stay the same from one to the next (the domain's settings), and what
 * becomes of pods that come and go (the domain's steps).
 */
@NullMarked
package io.podflow.job.version;

import org.jspecify.annotations.NullMarked;
